/** Where the site keeps the files it offers, seen from its root. */
export const filesFolder = 'files'

/** The names of what the site makes of the warehouse, beside the warehouse's own files. */
export const workbookName = 'reform.xlsx'
export const archiveName = 'reform.zip'
