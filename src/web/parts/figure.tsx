import type { ReactNode } from "react";
import type { Estimate } from "../../estimates/estimate.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { figure, figureWithLimits, fullFigure, limits } from "../numbers.ts";
import { useTraceDoor } from "../trace/door.ts";

interface FigureProps {
  readonly estimate: Estimate;
  /** `median` alone, `limits` alone, or both as `62 000 (54 000–71 000)`. */
  readonly show?: "median" | "limits" | "both" | undefined;
  /** Text instead of the number; the number is still spoken. */
  readonly children?: ReactNode;
  /** Instead of opening a fresh trace. */
  readonly onOpen?: ((quantity: string) => void) | undefined;
}

/** A number that opens where it comes from. */
export function Figure({ estimate, show = "median", children, onOpen }: FigureProps): ReactNode {
  const m = useMessages();
  const { quantity } = useCase();
  const door = useTraceDoor();
  const { unit } = estimate;
  const shown =
    show === "both"
      ? figureWithLimits(estimate, unit, m)
      : show === "limits"
        ? limits(estimate.q05, estimate.q95, unit, m)
        : figure(estimate.median, unit, m);
  const full = (value: number) => fullFigure(value, unit, m);
  return (
    <button
      type="button"
      className="figure"
      aria-label={m.estimate.open(quantity(estimate.quantity), shown)}
      data-hint={m.estimate.full(
        full(estimate.median),
        full(estimate.q05),
        full(estimate.q95),
        full(estimate.q25),
        full(estimate.q75),
      )}
      onClick={() => (onOpen ?? door.open)(estimate.quantity)}
    >
      {children ?? shown}
    </button>
  );
}
