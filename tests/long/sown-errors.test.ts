import { describeSownErrors } from '../support/sown-errors.ts'

describeSownErrors(Number(process.env.SOWN_ERRORS ?? 100))
