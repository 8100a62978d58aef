import { formatCount } from "../../domain/format-number.ts";
import { typeParts } from "../../domain/format-type.ts";
import {
  type FunctionName,
  FUNCTIONS,
  type ParameterDefinition,
  type Session,
} from "../../domain/session.ts";
import { Card } from "../../ui/card.tsx";
import { IdText, Plain } from "../../ui/hostile-text.tsx";
import { keyed } from "../../ui/keyed.ts";

/** The parameter definitions of all four functions of the session's model, in one table. */
export function ParametersCard({ session: { parameters, modelId } }: { readonly session: Session }) {
  const count = FUNCTIONS.reduce((sum, name) => sum + parameters[name].length, 0);
  return (
    <Card
      title="Parameter definitions"
      note={
        <>
          {formatCount(count, "parameter")} of model <IdText id={modelId} />
        </>
      }
    >
      <section className="ptab-scroll" aria-label="Parameter definitions" tabIndex={0}>
        <table className="ptab">
          <thead>
            <tr>
              <th scope="col">Function</th>
              <ParameterHeads />
            </tr>
          </thead>
          <tbody>
            {FUNCTIONS.map((name) =>
              parameters[name].length === 0 ? (
                <tr key={name} className="first">
                  <td className="fn mono">{name}</td>
                  <td className="opt" colSpan={4}>
                    no parameters
                  </td>
                </tr>
              ) : (
                keyed(parameters[name], (parameter) => parameter.name).map(({ key, value }, index) => (
                  <ParameterRow
                    key={`${name}:${key}`}
                    functionName={name}
                    parameter={value}
                    first={index === 0}
                  />
                ))
              ),
            )}
          </tbody>
        </table>
      </section>
    </Card>
  );
}

interface ParameterCardsProps {
  readonly parameters: Session["parameters"];
}

/** The same, a card for each function, with what the signs in a shape mean. */
export function ParameterCards({ parameters }: ParameterCardsProps) {
  return (
    <>
      <div className="pcards">
        {FUNCTIONS.map((name) => (
          <FunctionCard key={name} name={name} parameters={parameters[name]} />
        ))}
      </div>
      <p className="tab-tools">
        <span>
          <span className="mono">-1</span> any size in that dimension
        </span>
        <span>
          <span className="mono">[]</span> a single value
        </span>
        <span>
          <span className="mono">(a | b)</span> one of these types
        </span>
      </p>
    </>
  );
}

interface FunctionCardProps {
  readonly name: FunctionName;
  readonly parameters: readonly ParameterDefinition[];
}

function FunctionCard({ name, parameters }: FunctionCardProps) {
  return (
    <Card
      title={<span className="mono">{name}</span>}
      note={parameters.length === 0 ? "no parameters" : formatCount(parameters.length, "parameter")}
    >
      {parameters.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is scrolled by keys too
        <div className="ptab-scroll" role="group" aria-label={`Parameters of ${name}`} tabIndex={0}>
          <table className="ptab">
            <thead>
              <tr>
                <ParameterHeads />
              </tr>
            </thead>
            <tbody>
              {keyed(parameters, (parameter) => parameter.name).map(({ key, value }) => (
                <ParameterRow key={key} parameter={value} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

function ParameterHeads() {
  return (
    <>
      <th scope="col">Name</th>
      <th scope="col">Type and shape</th>
      <th scope="col">Annotations</th>
      <th scope="col">Required</th>
    </>
  );
}

interface ParameterRowProps {
  /** Where the table is of all functions. */
  readonly functionName?: string;
  readonly parameter: ParameterDefinition;
  readonly first?: boolean;
}

function ParameterRow({ functionName, parameter, first = false }: ParameterRowProps) {
  const { name, required, rules } = parameter;
  return (
    <tr className={first ? "first" : undefined}>
      {functionName !== undefined && (
        <td className="fn mono">{first ? functionName : <span className="sr-only">{functionName}</span>}</td>
      )}
      <td className="nm mono">
        <Plain text={name} />
      </td>
      <td className="ty mono">
        <TypeAndShape rules={rules} />
      </td>
      <td>
        {rules.annotations.length === 0 ? (
          <span className="t3">–</span>
        ) : (
          keyed(rules.annotations, String).map(({ key, value }) => (
            <Plain key={key} text={value} className="tag" />
          ))
        )}
      </td>
      <td className={required ? "req" : "opt"}>{required ? "yes" : "no"}</td>
    </tr>
  );
}

/** `f32[-1, 224, 224, 3]`, `(f32 | f64)[]`; `[]` is a single value, -1 any length. */
function TypeAndShape({ rules }: { readonly rules: ParameterDefinition["rules"] }) {
  const { types, dimensions } = typeParts(rules);
  return (
    <>
      {types.length > 1 && "("}
      {keyed(types, String).map(({ key, value: type }, index) => (
        <span key={key}>
          {index > 0 && " | "}
          <b>
            <Plain text={type} />
          </b>
        </span>
      ))}
      {types.length > 1 && ")"}[
      {keyed(dimensions, ({ text }) => text).map(({ key, value: { text, any } }, index) => (
        <span key={key} className={any ? "any" : undefined} title={any ? "any size" : undefined}>
          {index > 0 && ", "}
          {text}
        </span>
      ))}
      ]
    </>
  );
}
