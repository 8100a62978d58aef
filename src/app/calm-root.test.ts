import { createElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import { calmRoot } from "./calm-root.ts";

it("hears all but animations", () => {
  const heard = vi.fn<(kind: string) => void>();
  const root = document.body.appendChild(document.createElement("div"));
  const react = createRoot(calmRoot(root));
  const hear = ({ type }: { readonly type: string }) => heard(type);
  flushSync(() =>
    react.render(
      createElement("i", {
        onAnimationIteration: hear,
        onAnimationEnd: hear,
        onTransitionEnd: hear,
        onClick: hear,
        tabIndex: 0,
      }),
    ),
  );
  for (const kind of ["animationiteration", "animationend", "transitionend", "click"])
    root.firstElementChild?.dispatchEvent(new Event(kind, { bubbles: true }));
  expect(heard.mock.calls).toEqual([["transitionend"], ["click"]]);
  react.unmount();
});
