import type { Language } from "../language.ts";
import { chinese } from "./chinese.ts";
import { english } from "./english.ts";
import { korean } from "./korean.ts";
import { russian } from "./russian.ts";

/** The languages whose numbers are read. */
export const languages: readonly Language[] = [english, korean, russian, chinese];
