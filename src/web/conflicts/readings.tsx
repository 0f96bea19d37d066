import type { ReactNode } from "react";
import type { JointReadings, RivalReadings } from "../../estimates/appraisal.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { percentWords } from "../verdict.ts";

export interface ReadingsProps {
  readonly readings: readonly RivalReadings[];
  readonly joint: readonly JointReadings[];
  /** What a claim stands in. */
  readonly sourceOf: (claim: string) => string;
}

/** What each reading of a number that may mean several things weighs after the evidence, and what those of one printed chain weigh together. */
export function Readings({ readings, joint, sourceOf }: ReadingsProps): ReactNode {
  const m = useMessages();
  const { measure } = useCase();
  if (readings.length === 0) return null;
  return (
    <section className="section">
      <h2>{m.readings.title}</h2>
      {readings.map((rival) => (
        <Meanings
          key={rival.measure}
          intro={m.readings.intro(measure(rival.measure), rival.groups.length)}
          meanings={rival.readings.map((one) => ({ ...one, measures: [one.measure] }))}
        />
      ))}
      {joint.map(({ claims, combinations }) => (
        <Meanings key={claims.join(" ")} intro={m.readings.chain(sourceOf(claims[0] ?? ""))} meanings={combinations} />
      ))}
    </section>
  );
}

interface MeaningsProps {
  readonly intro: string;
  readonly meanings: JointReadings["combinations"];
}

/** What may be meant, line by line, and how probable each is before and after the evidence. */
function Meanings({ intro, meanings }: MeaningsProps): ReactNode {
  const m = useMessages();
  const { measure } = useCase();
  return (
    <table className="data meanings">
      <caption>{intro}</caption>
      <thead>
        <tr>
          <th scope="col">{m.readings.meaning}</th>
          <th scope="col" className="num">
            {m.readings.before}
          </th>
          <th scope="col" className="num">
            {m.readings.after}
          </th>
        </tr>
      </thead>
      <tbody>
        {meanings.map(({ measures, prior, posterior }) => (
          <tr key={measures.join(" ")}>
            <th scope="row">
              {measures.map((id) => (
                <div key={id}>{measure(id)}</div>
              ))}
            </th>
            <td className="num">{percentWords(prior)}</td>
            <td className="num">{percentWords(posterior)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
