import { describeGenerated } from '../support/generated-laws.ts'

describeGenerated(1000)
