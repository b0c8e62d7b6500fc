/** The names of what the site makes of the warehouse, beside the warehouse's own files. */
export const workbookName = 'reform.xlsx'
export const archiveName = 'reform.zip'
export const readmeName = 'README.txt'
export const licenceName = 'LICENSE.txt'
