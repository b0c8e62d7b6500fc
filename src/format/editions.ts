/** The editions of a document, in Japanese. */
export const editions: Readonly<Record<string, string>> = { published: '公表版', digest: '要約版', sample: '見本' }
