import type { OutputKind } from './folder.ts'

/** The folder of a warehouse: a link, so that readers find the old version or the new one at any instant. */
export const warehouseFolder: OutputKind = {
  form: 'link',
  elsewhere: '--out に',
  mayHold: (path) =>
    /^(?:reform\.duckdb(?:\.defined)?(?:\.wal|\.tmp\/.*)?|\w+\.json|\w+\.jsonld|parquet\/\w+\.parquet|csv\/[\w-]+\.csv|pages\/[^/]+\/\d+\.(?:svg|json))$/.test(
      path,
    ),
  isEarlier: () => Promise.resolve(false),
}
