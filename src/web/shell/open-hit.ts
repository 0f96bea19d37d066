import { useNavigate } from "@tanstack/react-router";
import type { SearchHit } from "../../cases/views.ts";
import { useCase } from "../case.tsx";
import { useTraceDoor } from "../trace/door.ts";

/** Opens what a search found: a trace, a passage in its source, a source. */
export function useOpenHit(): (hit: SearchHit) => void {
  const { id } = useCase();
  const door = useTraceDoor();
  const navigate = useNavigate();
  return (hit) => {
    if (hit.kind === "quantity") {
      door.open(hit.id);
      return;
    }
    const source = hit.kind === "source" ? hit.id : (hit.source ?? hit.id);
    const search =
      hit.kind === "claim"
        ? { claim: hit.id }
        : hit.kind === "passage" && hit.start !== undefined
          ? { at: hit.start }
          : {};
    void navigate({ to: "/$case/sources/$source", params: { case: id, source }, search });
  };
}
