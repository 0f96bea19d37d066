#!/usr/bin/env node
// The command `tributary`: sets up what is missing, without a word when nothing is, and runs the command line.
import { requireNode } from "./node-version.mjs";

requireNode();
import("./launch.mjs").then(({ launch }) => launch(process.argv.slice(2)));
