/** Columns of the grid: those of its head. A cell that stands for several says how many. */
export const COLUMNS = 8;
