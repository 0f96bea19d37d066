/** Where in a YAML file something stands, as keys and positions from the top. */
export type YamlPath = readonly (string | number)[];

/** Says what is wrong at a place in the file. */
export type Complain = (path: YamlPath, expected: string, value?: string) => void;
