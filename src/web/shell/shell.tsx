import { useQuery } from "@tanstack/react-query";
import { Outlet, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { ApiError } from "../api.ts";
import { CaseProvider } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { NoSuchCasePage } from "../pages/no-such-case.tsx";
import { Hint } from "../parts/hint.tsx";
import { queries } from "../queries.ts";
import { moveInList, useShortcut } from "../shortcuts.ts";
import { useTraceDoor } from "../trace/door.ts";
import { TraceDrawer } from "../trace/drawer.tsx";
import { CaseMenu } from "./case-menu.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { NewCaseDialog } from "./new-case-dialog.tsx";
import { Pages } from "./pages.tsx";
import { ReconcilingLine } from "./reconciling-line.tsx";
import { SearchBox } from "./search-box.tsx";
import { Settings } from "./settings.tsx";

/** What stands around every page of a case: its name and pages, the search, the trace. */
export function Shell(): ReactNode {
  const { case: caseId } = useParams({ from: "/$case" });
  const { error } = useQuery(queries.words(caseId));
  if (error instanceof ApiError && error.status === 404) return <NoSuchCasePage id={caseId} />;
  return (
    <CaseProvider id={caseId} key={caseId}>
      <Frame />
      <Hint />
    </CaseProvider>
  );
}

function Frame(): ReactNode {
  const m = useMessages();
  const door = useTraceDoor();
  const [asked, setAsked] = useState<"keys" | "new case">();
  const done = () => setAsked(undefined);
  useShortcut({
    "?": () => setAsked("keys"),
    "/": () => document.getElementById("search")?.focus(),
    j: () => moveInList(1),
    k: () => moveInList(-1),
    Escape: () => {
      if (door.quantity !== undefined) door.close();
    },
  });
  return (
    <div className={door.quantity === undefined ? "shell" : "shell shell-with-drawer"}>
      <a className="skip" href="#content">
        {m.shell.skip}
      </a>
      <header className="side">
        <CaseMenu onNewCase={() => setAsked("new case")} />
        <Pages onKeys={() => setAsked("keys")} />
      </header>
      <div className="top">
        <SearchBox />
        <Settings onKeys={() => setAsked("keys")} />
      </div>
      <main id="content" className="content" tabIndex={-1}>
        <ReconcilingLine />
        <Outlet />
      </main>
      <TraceDrawer />
      {asked === "keys" ? <KeysDialog onDone={done} /> : null}
      {asked === "new case" ? <NewCaseDialog onDone={done} /> : null}
    </div>
  );
}
