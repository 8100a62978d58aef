/** Whether somebody is at a part of the page. */

export const hasFocus = (element: Element): boolean => element.contains(document.activeElement);
export const isUnderPointer = (element: Element): boolean => element.matches(":hover");

/** By pointer or focus. */
export const isEngaged = (element: Element): boolean => isUnderPointer(element) || hasFocus(element);
