/** What a plan.json can say of how its data are published. */
export const fullDescription = {
  document: 'document.txt',
  title: '見本市プラン',
  municipality: '見本市',
  municipality_code: '000019',
  edition: 'sample',
  licence: 'CC-BY-4.0',
  publisher: '見本市',
  contact: '行政管理課 <gyosei@city.example.jp>',
  published_on: '2023-08-01',
  issued: '2023-09-01',
  modified: '2023-10-02',
  source_url: 'https://city.example.jp/plan',
  theme: '行政改革',
  update_cycle: 'annual',
}
