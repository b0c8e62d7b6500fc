import { slotPlugin } from './src/cards/markdown.ts'
import { pageFooter, pageHeader } from './src/components/frame.ts'
import { openWarehouse } from './src/data/warehouse.ts'

const warehouse = await openWarehouse(process.env.REFORM_WAREHOUSE ?? 'warehouse')

export default {
  root: 'src',
  output: process.env.REFORM_OUTPUT ?? 'dist',
  title: warehouse.plan.title ?? warehouse.plan.plan_id,
  style: 'style.css',
  globalStylesheets: [],
  pages: [],
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  preserveExtension: true,
  preserveIndex: true,
  dynamicPaths: warehouse.table('items').map(({ item_no }) => `/items/${String(item_no).padStart(2, '0')}`),
  header: ({ path }: { path: string }) => String(pageHeader(warehouse.plan, path)),
  footer: String(pageFooter(warehouse.plan)),
  markdownIt: (markdown: Parameters<typeof slotPlugin>[0]) => {
    slotPlugin(markdown, warehouse)
    return markdown
  },
}
