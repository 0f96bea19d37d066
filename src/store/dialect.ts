import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresAdapter,
  PostgresDialect,
  type PostgresDialectConfig,
  type QueryResult,
  type TransactionSettings,
} from "kysely";

/** The error that is thrown for one that a query met: one that says what the trouble is, or the same. */
export type Explain = (error: unknown) => unknown;

/**
 * Kysely's dialect as the store needs it: without advisory locks, which distributed engines lack (`migrate` holds a lease
 * instead), and with errors that say what the trouble is wherever a query meets it.
 */
export class StoreDialect extends PostgresDialect {
  readonly #explain: Explain;

  constructor(config: PostgresDialectConfig, explain: Explain) {
    super(config);
    this.#explain = explain;
  }

  override createDriver(): Driver {
    return new ExplainingDriver(super.createDriver(), this.#explain);
  }

  override createAdapter(): PostgresAdapter {
    return new LeasedAdapter();
  }
}

class LeasedAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

class ExplainingDriver implements Driver {
  readonly #inner: Driver;
  readonly #explain: Explain;

  constructor(inner: Driver, explain: Explain) {
    this.#inner = inner;
    this.#explain = explain;
  }

  init(): Promise<void> {
    return this.#inner.init();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    try {
      return new ExplainingConnection(await this.#inner.acquireConnection(), this.#explain);
    } catch (error) {
      throw this.#explain(error);
    }
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return this.#inner.beginTransaction(connection, settings);
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#inner.commitTransaction(connection);
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#inner.rollbackTransaction(connection);
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    return this.#inner.releaseConnection(connection instanceof ExplainingConnection ? connection.inner : connection);
  }

  destroy(): Promise<void> {
    return this.#inner.destroy();
  }
}

class ExplainingConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection;
  readonly #explain: Explain;

  constructor(inner: DatabaseConnection, explain: Explain) {
    this.inner = inner;
    this.#explain = explain;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      return await this.inner.executeQuery<R>(query);
    } catch (error) {
      throw this.#explain(error);
    }
  }

  streamQuery<R>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<R>> {
    return this.inner.streamQuery<R>(query, chunkSize);
  }
}
