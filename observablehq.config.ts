// The shells of the site: Framework gives each kind of page its frame and style, with a placeholder for what tools/build.ts
// has drawn from the warehouse and puts in its place.

/** Where tools/framework.ts wants the shells, and the paths of the pages that there are several of. */
const { folder, kinds } = JSON.parse(process.env.REFORM_SHELLS ?? '{}') as { folder?: string; kinds?: string[] }

export default {
  root: 'src',
  output: folder ?? 'build/shells',
  style: 'style.css',
  globalStylesheets: [],
  pages: [],
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  footer: '',
  preserveExtension: true,
  preserveIndex: true,
  dynamicPaths: kinds ?? [],
}
