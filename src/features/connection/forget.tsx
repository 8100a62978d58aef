import { useRef, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { showToast } from "../../ui/toast.tsx";

interface ForgetProps {
  /** Deletes what is kept of the connection. Resolves to whether nothing is left; never rejects. */
  readonly onForget: () => Promise<boolean>;
  /** It is done. */
  readonly onForgotten: () => void;
}

type Step = "at-rest" | "asking" | "deleting" | "failed";

/** Deletes what is kept of the connection, once a person has said so twice. */
export function Forget({ onForget, onForgotten }: ForgetProps) {
  const [step, setStep] = useState<Step>("at-rest");
  const button = useRef<HTMLButtonElement>(null);

  const leave = () => {
    setStep("at-rest");
    button.current?.focus();
  };
  const forget = async () => {
    if (step === "deleting") return;
    setStep("deleting");
    const isForgotten = await onForget();
    if (isForgotten) {
      showToast("Connection forgotten", "what was kept of it is deleted");
      setStep("at-rest");
      onForgotten();
    } else {
      showToast("Could not delete the history", undefined, "failed");
      setStep("failed");
    }
  };

  return (
    <>
      <Button
        ref={button}
        variant="ghost"
        className="forget"
        aria-expanded={step !== "at-rest"}
        onClick={() => setStep(step === "at-rest" ? "asking" : "at-rest")}
      >
        Forget this connection
      </Button>
      {step !== "at-rest" && (
        <div
          className="confirm"
          role="group"
          aria-label="Forget this connection?"
          tabIndex={-1}
          ref={takeFocus}
        >
          <p>
            {step === "failed"
              ? "This browser did not delete it. What was observed may still be kept."
              : "Deletes what this browser keeps of this connection, in all tabs. Sessions are not touched."}
          </p>
          <Button aria-disabled={step === "deleting"} onClick={() => void forget()}>
            {step === "failed" ? "Try again" : "Delete history"}
          </Button>
          <Button variant="ghost" onClick={leave}>
            Keep it
          </Button>
        </div>
      )}
    </>
  );
}

/** The question is read out, and neither answer is one repeated key press away. */
const takeFocus = (element: HTMLElement | null) => element?.focus();
