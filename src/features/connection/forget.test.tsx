import { act, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { ToastRegion } from "../../ui/toast.tsx";
import { Forget } from "./forget.tsx";

/** Each call of the person's, to be answered by the test. */
let asked: ((isForgotten: boolean) => void)[] = [];
let forgotten = 0;

beforeEach(() => {
  asked = [];
  forgotten = 0;
  render(
    <>
      <Forget
        onForget={() => new Promise((resolve) => asked.push(resolve))}
        onForgotten={() => (forgotten += 1)}
      />
      <ToastRegion />
    </>,
  );
});

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const answer = (isForgotten: boolean) => act(async () => asked.at(-1)?.(isForgotten));
const question = () => screen.queryByRole("group", { name: "Forget this connection?" });
const toast = () => screen.getByRole("status", { name: "Messages" }).textContent;

describe("forgetting a connection", () => {
  it("asks first, says what will be deleted and what will not, and puts focus on no answer", () => {
    press("Forget this connection");
    expect(asked).toEqual([]);
    expect(question()?.textContent).toContain("Deletes what this browser keeps of this connection");
    expect(question()?.textContent).toContain("Sessions are not touched.");
    expect(document.activeElement).toBe(question());
  });

  it("does nothing by a double press", () => {
    press("Forget this connection");
    press("Forget this connection");
    expect(question()).toBeNull();
    expect(asked).toEqual([]);
  });

  it("keeps all when that is the answer, and gives focus back", () => {
    press("Forget this connection");
    press("Keep it");
    expect(question()).toBeNull();
    expect(asked).toEqual([]);
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Forget this connection" }));
  });

  it("deletes once, however often the answer is pressed, and says that it is done", async () => {
    press("Forget this connection");
    press("Delete history");
    press("Delete history");
    expect(asked).toHaveLength(1);
    expect(forgotten).toBe(0);
    await answer(true);
    expect(forgotten).toBe(1);
    expect(question()).toBeNull();
    expect(toast()).toContain("Connection forgotten");
  });

  it("says so when it did not work, and can be tried again", async () => {
    press("Forget this connection");
    press("Delete history");
    await answer(false);
    expect(forgotten).toBe(0);
    expect(toast()).toContain("Could not delete the history");
    expect(question()?.textContent).toContain("may still be kept");
    press("Try again");
    await answer(true);
    expect(forgotten).toBe(1);
  });
});
