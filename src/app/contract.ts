/** Every area's contract, put together: the whole API. */
import { analysisContract } from '../areas/analysis/contract.ts'
import { hazardContract } from '../areas/hazards/contract.ts'
import { incidentContract } from '../areas/incidents/contract.ts'
import { inspectionContract } from '../areas/inspections/contract.ts'
import { organisationContract } from '../areas/organisation/contract.ts'
import { paperContract } from '../areas/papers/contract.ts'
import { premisesContract } from '../areas/premises/contract.ts'
import { workContract } from '../areas/work/contract.ts'
import { welcomeContract } from './welcome-contract.ts'

export const contract = {
  welcome: welcomeContract,
  organisation: organisationContract,
  premises: premisesContract,
  incidents: incidentContract,
  papers: paperContract,
  hazards: hazardContract,
  inspections: inspectionContract,
  work: workContract,
  analysis: analysisContract,
}
