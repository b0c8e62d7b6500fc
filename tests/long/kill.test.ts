import { killedBuild, killedIngest } from '../../tools/fuzz/kills.ts'
import { describeKills } from '../support/kills.ts'

/** How many runs are killed; CI, whose time is bounded, kills fewer. */
const kills = Number(process.env.KILLS ?? 60)

describeKills('ingest', killedIngest, kills)
describeKills('a build', killedBuild, kills)
