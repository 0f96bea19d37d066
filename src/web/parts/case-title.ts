import { useQuery } from "@tanstack/react-query";
import { useCase } from "../case.tsx";
import { queries } from "../queries.ts";

/** The title of the case in view; its id until the list of cases is there. */
export function useCaseTitle(): string {
  const { id } = useCase();
  return useQuery(queries.cases()).data?.cases.find((item) => item.id === id)?.title ?? id;
}
