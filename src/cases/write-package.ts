import { type Column, type TableDef, type TableSchema, writeTable } from "../values/table.ts";
import type { CasePackage } from "./case-package.ts";
import { tableSchemas, tables } from "./tables/index.ts";

/** A column as a Frictionless field. */
function fieldOf({ name, title, description, type, required, pattern, ...column }: Column) {
  const constraints = {
    ...(required === true ? { required } : {}),
    ...(column.enum === undefined ? {} : { enum: column.enum }),
    ...(pattern === undefined || type !== "string" ? {} : { pattern }),
  };
  const constrained = Object.keys(constraints).length > 0 ? { constraints } : {};
  return { name, title, description, type, ...constrained };
}

function stem(path: string): string {
  return path.replace(/\.[a-z]+$/u, "");
}

/** A table's Frictionless schema. */
function schemaOf({ columns, primaryKey }: TableSchema) {
  const foreignKeys = columns.flatMap(({ name, names }) =>
    names === undefined ? [] : [{ fields: name, reference: { resource: stem(names.table), fields: names.column } }],
  );
  const keys = foreignKeys.length > 0 ? { foreignKeys } : {};
  return { fields: columns.map(fieldOf), primaryKey, ...keys };
}

function tableResource(schema: TableSchema) {
  const { path, title } = schema;
  const format = { format: "csv", mediatype: "text/csv", encoding: "utf-8" };
  return { name: stem(path), path, title, profile: "tabular-data-resource", ...format, schema: schemaOf(schema) };
}

const formats: Readonly<Record<string, string>> = {
  yaml: "application/yaml",
  txt: "text/plain",
  md: "text/markdown",
};

function fileResource(path: string) {
  const format = path.slice(path.lastIndexOf(".") + 1);
  const mediatype = formats[format] ?? "text/plain";
  return { name: path.startsWith("texts/") ? path : stem(path), path, format, mediatype, encoding: "utf-8" };
}

/** The text of a package's `datapackage.json`, its schemas made from our tables. */
function describe(pkg: CasePackage, tablePaths: readonly string[]): string {
  const { id, title, description, licenses, version, invented } = pkg;
  const written = [...pkg.files.keys()].filter((path) => path !== "README.md").sort();
  const resources = [
    ...tableSchemas.filter(({ path }) => tablePaths.includes(path)).map(tableResource),
    ...written.map(fileResource),
  ];
  return `${JSON.stringify({ name: id, title, description, licenses, version, invented, resources }, null, 2)}\n`;
}

/** A table's file; none when it has no rows, save for the two that every package has. */
function tableFile<T>(def: TableDef<T>, records: readonly T[]): readonly (readonly [string, string])[] {
  const always = def.path === tables.sources.path || def.path === tables.claims.path;
  return records.length > 0 || always ? [[def.path, writeTable(def, records)]] : [];
}

/**
 * The files of a case package in canonical form, text by path: the same case gives the same bytes.
 * @example
 * [...writePackage({ kind: "case package", id: "a", title: "A", description: "", invented: true, version: "1", licenses: [], sources: [], custody: [], witnesses: [], consents: [], claims: [], decisions: [], parties: [], policies: [], files: new Map() }).keys()] // => ["datapackage.json","sources.csv","claims.csv"]
 */
export function writePackage(pkg: CasePackage): ReadonlyMap<string, string> {
  const tableFiles = [
    ...tableFile(tables.sources, pkg.sources),
    ...tableFile(tables.custody, pkg.custody),
    ...tableFile(tables.witnesses, pkg.witnesses),
    ...tableFile(tables.consents, pkg.consents),
    ...tableFile(tables.claims, pkg.claims),
    ...tableFile(tables.decisions, pkg.decisions),
    ...tableFile(tables.parties, pkg.parties),
  ];
  const paths = tableFiles.map(([path]) => path);
  return new Map([["datapackage.json", describe(pkg, paths)], ...tableFiles, ...pkg.files]);
}
