import { Icon } from "../../ui/icon.tsx";

/** How to run the dashboard so that the key never reaches a browser, or without one. */
export function OtherWays() {
  return (
    <section className="way" aria-labelledby="other-ways">
      <h2 id="other-ways">
        <Icon name="gateway" />
        Without a key in the browser
      </h2>
      <p>Started on your own machine, the dashboard brings a small server with it.</p>
      <dl>
        <dt>
          <code>npm start</code>
        </dt>
        <dd>A demo with generated sessions. No key, nothing leaves the machine.</dd>
        <dt>
          <code>npm start -- --api-key-file FILE</code>
        </dt>
        <dd>A gateway: the key stays in that server, which adds it to the calls of every viewer.</dd>
      </dl>
      <div className="kept">
        <Icon name="shield" />
        <span>The address it prints is the one to open.</span>
      </div>
    </section>
  );
}
