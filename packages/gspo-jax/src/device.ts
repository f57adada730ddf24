/** Where arrays live and kernels run. */
export type Device = 'wasm' | 'webgpu' | 'webgl' | 'cpu';
