// The shell of the site: Framework gives each page its frame and style, with a placeholder for each part that
// tools/build.ts has drawn from the warehouse and puts in its place.

/** What the build says about the site in the environment. */
const shell = JSON.parse(process.env.REFORM_SHELL ?? '{}') as { title?: string; output?: string; paths?: string[] }

export default {
  root: 'src',
  output: shell.output ?? 'dist',
  title: shell.title ?? '',
  style: 'style.css',
  globalStylesheets: [],
  pages: [],
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  preserveExtension: true,
  preserveIndex: true,
  dynamicPaths: shell.paths ?? [],
  header: '<reform-header></reform-header>',
  footer: '<reform-footer></reform-footer>',
}
