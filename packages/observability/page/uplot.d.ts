// What the server serves under this name is the module of uPlot.
export { default } from 'uplot';
