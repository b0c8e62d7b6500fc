import { killedBuild, killedIngest } from '../../tools/fuzz/kills.ts'
import { describeKills } from '../support/kills.ts'

describeKills('ingest', killedIngest, 60)
describeKills('a build', killedBuild, 60)
