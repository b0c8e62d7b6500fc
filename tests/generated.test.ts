import { describeGenerated } from './support/generated-laws.ts'

describeGenerated(8)
