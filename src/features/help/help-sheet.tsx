import { Fragment } from "react";
import { IconButton } from "../../ui/button.tsx";
import { Keys } from "../../ui/keys.tsx";
import { closeModal, Modal } from "../../ui/modal.tsx";

/** Keys that do the same, and what that is. */
export interface KeyRow {
  readonly keys: readonly string[];
  readonly does: string;
}

export interface KeySection {
  readonly title: string;
  readonly rows: readonly KeyRow[];
}

interface HelpSheetProps {
  readonly sections: readonly KeySection[];
  readonly onClose: () => void;
}

/** All that can be done by keyboard. */
export function HelpSheet({ sections, onClose }: HelpSheetProps) {
  return (
    <Modal label="Keyboard shortcuts" className="help" onClose={onClose}>
      <div className="inner">
        <div className="head">
          <h2>Keyboard shortcuts</h2>
          <IconButton icon="close" label="Close" onClick={({ currentTarget }) => closeModal(currentTarget)} />
        </div>
        <div className="columns">
          {sections.map(({ title, rows }) => (
            <section key={title} aria-label={title}>
              <h3>{title}</h3>
              <dl>
                {rows.map(({ keys, does }) => (
                  <div key={does}>
                    <dt>
                      {keys.map((key, index) => (
                        <Fragment key={key}>
                          {index > 0 && <span className="t3"> or </span>}
                          <Keys keys={key} />
                        </Fragment>
                      ))}
                    </dt>
                    <dd>{does}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </Modal>
  );
}
