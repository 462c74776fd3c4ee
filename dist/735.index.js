export const id=735
export const ids=[735]
export const modules={5735:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{assertGate:()=>assertGate,runCoverageStep:()=>runCoverageStep})
var errors=__webpack_require__(4758)
var json=__webpack_require__(3659)
function findBase({payload:payload},target){const{merge_group:mergeGroup,before:before}=payload
const{base:base,branch:branch}=readPullRequest(payload)??{}
const candidates=[target,base,(0,json.O)(mergeGroup)?mergeGroup["base_sha"]:undefined,before]
const commit=candidates.find(isSha)
if(commit===undefined)return undefined
return{commit:commit,branch:commit===base&&commit!==target?branch:undefined,isReplaced:commit===before&&payload["forced"]===true}}function readPullRequest({pull_request:given}){if(!(0,json.O)(given))return undefined
const[head,base]=[given["head"],given["base"]].map(end=>(0,json.O)(end)?end:{})
const[from,to,ref]=[head?.["sha"],base?.["sha"],base?.["ref"]]
return{head:isSha(from)?from:undefined,base:isSha(to)?to:undefined,branch:typeof ref==="string"&&ref!==""?ref:undefined}}function isSha(sha){return typeof sha==="string"&&/^(?!0+$)[0-9a-f]{40,64}$/.test(sha)}async function findTarget({payload:payload},changes){const head=readPullRequest(payload)?.head
if(head===undefined)return undefined
const[target,merged,...more]=await changes.listParents()
if(merged===undefined||more.length>0)return undefined
return merged===head||await changes.contains(head,merged)?target:undefined}async function explainOtherCommit({payload:payload},changes){const run=payload["workflow_run"]
const tested=(0,json.O)(run)?run["head_sha"]:undefined
if(isSha(tested)&&!await changes.contains(tested,"HEAD")){return explainCheckout(`does not have ${tested}, which the workflow run is of`)}const{head:head,base:base,branch:branch}=readPullRequest(payload)??{}
if(head===undefined||await changes.contains(head,"HEAD"))return undefined
const bases=[...base===undefined?[]:[base],...branch===undefined?[]:[`origin/${branch}`]]
for(const at of bases){if(await changes.contains("HEAD",at)){return explainCheckout(`is a commit of the base of the pull request and does not have its head ${head}`)}}return undefined}function explainCheckout(reason){return`the commit that is checked out ${reason}: give actions/checkout that commit as its ref`}class ReportError extends Error{constructor(message,options){super(message,options)
this.name="ReportError"}}const MAX_REPORT_BYTES=1024**3
const MAX_DEPTH=64
const MAX_TOKEN_CHARACTERS=64*1024**2
const MAX_LINES=32e6
const COST={line:16,sourceLine:1,unit:16,tally:48,file:1024,name:128}
class ReportMemory{#room
#ids=new Map
constructor(room=MAX_LINES*COST.line){this.#room=room}charge(room){this.#room-=room
if(this.#room<0){throw new ReportError(`takes the reports beyond ${MAX_LINES} lines of code, which is the limit for all together`)}}idOf(name){const known=this.#ids.get(name)
if(known!==undefined)return known
this.charge(COST.name)
const id=this.#ids.size
this.#ids.set(copyString(name),id)
return id}}function copyString(text){return structuredClone(text)}const CARRIAGE_RETURN=13
class LineSplitter{#take
#rest=""
#number=0
constructor(take){this.#take=take}write(text){const first=text.indexOf("\n")
if(first===-1)this.#rest+=text
else{this.#giveAll(`${this.#rest}${text.slice(0,first+1)}`)
this.#giveAll(text,first+1)}if(this.#rest.length>MAX_TOKEN_CHARACTERS){throw new ReportError(`has a line of more than ${MAX_TOKEN_CHARACTERS} characters`)}}end(){this.#giveAll(`${this.#rest}\n`)}#giveAll(text,from=0){let start=from
try{for(let end=text.indexOf("\n",start);end!==-1;end=text.indexOf("\n",start)){this.#number+=1
const last=text.charCodeAt(end-1)===CARRIAGE_RETURN?end-1:end
if(last>start)this.#take(text,start,last)
start=end+1}}catch(cause){if(!(cause instanceof ReportError))throw cause
throw new ReportError(`${cause.message} (line ${this.#number})`,{cause:cause})}this.#rest=text.slice(start)}}function cutFirst(text,separator){return cutAt(text,text.indexOf(separator))}function cutLast(text,separator){return cutAt(text,text.lastIndexOf(separator))}function cutAt(text,index){return index===-1?[text,""]:[text.slice(0,index),text.slice(index+1)]}const FILE="+++ "
const HUNK="@@ -"
function parseChangedLines(diff){const changed=new Map
let lines=[]
let left=0
for(const line of diff.split("\n")){if(left>0)left-=/^[+-]/.test(line)?1:0
else if(line.startsWith(HUNK))left=takeHunk(line,lines)
else if(line.startsWith(FILE))lines=openChangedFile(line,changed)}return changed}function takeHunk(header,lines){const[removed,rest]=cutFirst(header.slice(HUNK.length)," ")
const[added]=cutFirst(rest.slice(1)," ")
const{start:start,length:length}=parseRange(added)
for(let offset=0;offset<length;offset+=1)lines.push(start+offset)
return length+parseRange(removed).length}function parseRange(range){const[start,length]=cutFirst(range,",")
return{start:Number(start),length:length===""?1:Number(length)}}function openChangedFile(header,changed){const path=unquotePath(header.slice(FILE.length).replace(/\t$/,""))
const lines=[]
if(path.startsWith("b/"))changed.set(path.slice(2),lines)
return lines}const ESCAPES=new Map([["\\a",""],["\\b","\b"],["\\v","\v"],["\\f","\f"],["\\t","\t"],["\\n","\n"],["\\r","\r"],['\\"','"'],["\\\\","\\"]])
function unquotePath(path){if(!path.startsWith('"'))return path
return path.slice(1,-1).replace(/\\(?:[0-7]{3}|[^])/g,readEscape)}function readEscape(escape){return ESCAPES.get(escape)??String.fromCharCode(Number.parseInt(escape.slice(1),8))}const FLOATING="\0"
function floatingKey(path,project=""){return`${FLOATING}${project}${FLOATING}${path}`}function isFloating(key){return key.startsWith(FLOATING)}function pathOf(key){return key.slice(key.lastIndexOf(FLOATING)+1)}function projectOf(key){return isFloating(key)?key.slice(1,key.lastIndexOf(FLOATING)):""}function listPaths({options:options,path:path}){return options.map(key=>isFloating(key)?path:key)}function listGroupPaths({claims:claims,settled:settled}){const paths=new Set([...settled.values()].map(({path:path})=>path))
for(const path of claims.flatMap(listPaths))paths.add(path)
return[...paths]}function measurePatch(changed,reported){const finder=new ChangedFileFinder(reported)
let covered=0
let total=0
const uncovered=[]
for(const[path,numbers]of changed){const doubt=finder.findDoubt(path,numbers)
if(doubt!==undefined){return`${path} changed, and it cannot be told whether it is ${doubt.path} of ${doubt.report}`}const file=finder.find(path)
if(file?.knowsLines===false&&numbers.length>0){return`${path} changed, and the reports do not tell which of its lines are code`}const lines=new Map(file?.lines.entries())
const missed=[]
for(const line of numbers){const isCovered=lines.get(line)
if(isCovered===undefined)continue
total+=1
if(isCovered)covered+=1
else missed.push(line)}uncovered.push(...joinLines(path,missed))}return{count:{covered:covered,total:total},uncovered:uncovered}}class ChangedFileFinder{#reported
#doubtful=new Map
#copies=new Map
constructor(reported){this.#reported=reported
const{tracked:tracked,coverage:coverage}=reported
for(const[key,file]of reported.identities.settled){if(tracked.has(key)||!coverage.files.has(key))continue
const end=copyKeyOf(key)
this.#copies.set(end,[...this.#copies.get(end)??[],file])}for(const claim of reported.identities.doubtful){const paths=claim.options.filter(key=>!isFloating(key))
const names=claim.isUnplaced===true?claim.options.map(nameKeyOf):[]
for(const key of[...paths,...names]){const known=this.#doubtful.get(key)
if(known===undefined)this.#doubtful.set(key,[claim])
else known.push(claim)}}}find(path){const{coverage:coverage,identities:identities}=this.#reported
const settled=identities.settled.get(path)?.file
if(settled!==undefined)return coverage.files.has(path)?settled:undefined
const group=identities.groups.find(each=>each.settled.has(path))
return group?.settled.get(path)?.file}findDoubt(path,numbers){const isReported=this.#reported.identities.settled.has(path)
const keys=isReported?[path]:[path,nameKeyOf(path)]
const claims=keys.flatMap(key=>this.#doubtful.get(key)??[])
const doubts=isReported?claims:[...claims,...this.#listCopies(path)]
if(doubts.length===0||numbers.length===0)return undefined
const changed=new Set(numbers)
return doubts.find(({file:file})=>{const lines=[...file.lines.entries()]
return!file.knowsLines||lines.some(([line])=>changed.has(line))})}#listCopies(path){const ends=[nameKeyOf(path),copyKeyOf(path)]
const copies=ends.flatMap(end=>this.#copies.get(end)??[])
return copies.map(copy=>({...copy,report:copy.report??"several reports"}))}}const INSTALLED=/(?:^|\/)(?:site|dist)-packages\/[^/]+$/
function copyKeyOf(path){return INSTALLED.test(path)?nameKeyOf(path):path.split("/").slice(-2).join("/")}function nameKeyOf(key){const path=pathOf(key)
return`\0${path.slice(path.lastIndexOf("/")+1)}`}function joinLines(path,lines){const ranges=[]
for(const line of lines){const last=ranges.at(-1)
if(last?.end===line-1)ranges[ranges.length-1]={...last,end:line}
else ranges.push({path:path,start:line,end:line})}return ranges}const MAX_ANNOTATIONS=10
async function readPatch(context,reported,changes){const{paths:paths,refusal:refusal}=context.checkout
if(refusal!==undefined)return`${refusal.message}. Run actions/checkout before this step`
const diff=await readDiffSinceBase(context,changes)
if(typeof diff==="string")return diff
if(!listsLines(reported,paths)){const names=[...reported.coverage.files.keys()].slice(0,3).join(", ")
return`the reports list no lines of a file that git tracks; their files: ${names}`}return measurePatch(parseChangedLines(diff.text),{...reported,tracked:new Set(paths)})}function listsLines({identities:identities},paths){const{settled:settled,doubtful:doubtful}=identities
const files=paths.flatMap(path=>settled.get(path)?.file??[])
const possible=doubtful.filter(({options:options})=>!options.every(isFloating))
return[...files,...possible.map(({file:file})=>file)].some(({lines:lines})=>lines.count().total>0)}async function readDiffSinceBase({given:given,payload:payload},changes){let base
try{base=given===undefined?findBase({payload:payload},await findTarget({payload:payload},changes)):{commit:given,isReplaced:false}
if(base===undefined){return"this event has no commit to compare with: set coverage-base"}const other=await explainOtherCommit({payload:payload},changes)
return other??{text:await changes.diff(base.commit,base.branch)}}catch(error){if(!(error instanceof errors.jG)||error.code!=="coverage-unknown")throw error
return base?.isReplaced===true?explainReplaced(base.commit):error.message}}function explainReplaced(commit){return`the push was forced, so that a clone does not have the commit before it (${commit}): set coverage-base, such as to the default branch`}function annotateUncovered({uncovered:uncovered},logger){for(const range of uncovered.slice(0,MAX_ANNOTATIONS)){logger.annotate("No test runs these changed lines.",range)}const rest=uncovered.length-MAX_ANNOTATIONS
if(rest>0)logger.info(`${rest} more places of changed lines are not covered`)}var gates_percent=__webpack_require__(9596)
const NOTHING={covered:0,total:0}
function addCounts(a,b){return{covered:a.covered+b.covered,total:a.total+b.total}}function countOf(totals,metric){if(metric!=="combined")return totals.get(metric)??NOTHING
return addCounts(countOf(totals,"lines"),countOf(totals,"branches"))}function listMeasured(totals){const measured=[]
for(const[metric,count]of totals){if(count.total>0)measured.push(metric)}return measured}function computeBounds({totals:totals,groups:groups},metric){const settled=countOf(totals,metric)
const choices=groups.map(({names:names,readings:readings})=>({names:names,counts:readings.map(reading=>countOf(reading.totals,metric))}))
const open=choices.filter(({counts:counts})=>counts.some(count=>!isEqual(count,counts[0])))
const closed=choices.filter(choice=>!open.includes(choice))
const base=closed.map(({counts:counts})=>chooseLargest(counts)).reduce(addCounts,settled)
const lower=chooseReadings(base,open.map(({counts:counts})=>counts),-1n)
const upper=chooseReadings(base,open.map(({counts:counts})=>counts),1n)
const isDecided=compare(lower,upper)===0n
return{lower:lower,upper:upper,doubts:isDecided?[]:open.flatMap(({names:names})=>names)}}function chooseReadings(base,groups,sign){let best=groups.map(chooseLargest).reduce(addCounts,base)
for(;;){const target=best
const next=groups.map(counts=>chooseFarthest(counts,target,sign)).reduce(addCounts,base)
if(next.total===0||sign*compare(next,best)<=0n)return best
best=next}}function chooseLargest(counts){return counts.reduce((a,b)=>b.total>a.total?b:a,NOTHING)}function chooseFarthest(counts,target,sign){let farthest=chooseLargest(counts)
for(const count of counts){const isFarther=sign*(computeExcess(count,target)-computeExcess(farthest,target))>0n
if(isFarther)farthest=count}return farthest}function computeExcess(count,target){return BigInt(count.covered)*BigInt(target.total)-BigInt(count.total)*BigInt(target.covered)}function compare(a,b){return BigInt(a.covered)*BigInt(b.total)-BigInt(b.covered)*BigInt(a.total)}function isEqual(a,b){return a.covered===b?.covered&&a.total===b.total}const UNITS={lines:["lines","line","lines"],branches:["branches","branch","branches"],combined:["lines and branches","line or branch","lines or branches"],statements:["statements","statement","statements"],functions:["functions","function","functions"],instructions:["instructions","instruction","instructions"]}
function nameUnits(metric){const[all]=UNITS[metric]
return all}function evaluateMinimum(required,measurement){if(!measurement.known)return unknownGate(required,measurement.reason)
const{metric:metric,count:count,upper:upper,doubts:doubts}=measurement
const result=evaluateCount(required,metric,count,{subject:"coverage",units:UNITS[metric]})
if(result.verdict==="pass"||!holds(required,upper))return result
return{...result,verdict:"unknown",message:renderDoubts(required,measurement,doubts)}}function holds({minimum:minimum,precision:precision},count){return precision===undefined?(0,gates_percent.O6)(count,minimum):(0,gates_percent.Jw)(count,minimum,precision)}const NAMED_DOUBTS=10
function renderNames(doubts){const named=doubts.slice(0,NAMED_DOUBTS).join(", ")
const more=doubts.length-NAMED_DOUBTS
return more>0?`${named} and ${more} more`:named}function renderDoubts({minimum:minimum},{metric:metric,count:count,upper:upper},doubts){const[from,to]=[count,upper].map(each=>`${(0,gates_percent.WI)(each,minimum)}% (${each.covered}/${each.total})`)
return`coverage is unknown: it is from ${from} to ${to} of ${nameUnits(metric)}, with ${minimum.text}% between, since it cannot be told whether these are one file or several: ${renderNames(doubts)}`}function evaluatePatch(required,count){if(count.total===0){const message="patch coverage: no changed line is code that the reports know"
return{...unknownGate(required,""),message:message,isInformative:true}}const units=["changed lines","changed line","changed lines"]
return evaluateCount(required,"lines",count,{subject:"patch coverage",units:units})}function evaluateMissing(reason){const message=`coverage is unknown: ${reason}`
return{gate:"coverage-files",verdict:"unknown",message:message}}function unknownGate({gate:gate,minimum:minimum},reason,subject="coverage"){const message=`${subject} is unknown: ${reason}`
return{gate:gate,verdict:"unknown",message:message,required:minimum.text}}function evaluateCount(required,metric,count,wording){const{gate:gate,minimum:minimum}=required
const passes=holds(required,count)
const[all]=wording.units
const percent=(0,gates_percent.WI)(count,minimum)
const rounded=renderRounded(required,count)
const comma=rounded===""?"":","
const measured=`${wording.subject} ${percent}% (${count.covered}/${count.total} ${all})${rounded}${comma}`
const outcome=passes?`reaches ${minimum.text}%`:`is below ${minimum.text}%${renderShortfall(required,count,wording.units)}`
return{gate:gate,verdict:passes?"pass":"fail",message:`${measured} ${outcome}`,required:minimum.text,measured:{metric:metric,...count,percent:(0,gates_percent.yn)(count,2)}}}function renderRounded({minimum:minimum,precision:precision},count){if(precision===undefined||(0,gates_percent.CM)(minimum))return""
return`, rounded to ${(0,gates_percent.m6)(count,precision).text}%`}function renderShortfall({minimum:minimum,precision:precision},count,[,one,several]){if(precision!==undefined&&!(0,gates_percent.CM)(minimum))return""
const rule=precision===undefined?"":", to which nothing is rounded"
const shortfall=(0,gates_percent.nN)(count,minimum)
return`${rule}: ${shortfall} more covered ${shortfall===1n?one:several} needed`}function measure(coverage,metric){const{mainMetrics:mainMetrics,leftOut:leftOut}=coverage
const[headline,...others]=metric==="auto"?mainMetrics:[metric]
if(headline===undefined||others.length>0){const names=[...mainMetrics].join(", ")
return unknown(`the reports' tools do not agree on a metric (${names}): set coverage-metric`)}const totals=addReadings(coverage)
const isBoth=mainMetrics.has("combined")&&!leftOut.has("lines")&&!leftOut.has("branches")
const needsBoth=headline==="combined"&&!isBoth
const parts=needsBoth?["lines","branches"]:[headline]
const missing=parts.filter(part=>countOf(totals,part).total===0)
if(missing.length===0){const{lower:lower,upper:upper,doubts:doubts}=computeBounds(coverage,headline)
return{known:true,metric:headline,count:lower,upper:upper,doubts:doubts}}const measured=listMeasured(totals)
if(measured.length===0)return unknown("nothing was measured (0 of 0)")
return unknown(`no ${missing.join(" and ")} were measured, only ${measured.join(", ")}`)}function addReadings({totals:totals,groups:groups}){const sum=new Map(totals)
for(const reading of groups.flatMap(({readings:readings})=>readings)){for(const[metric,count]of reading.totals){sum.set(metric,addCounts(sum.get(metric)??NOTHING,count))}}return sum}function unknown(reason){return{known:false,reason:reason}}function evaluateDrop(allowed,baseline,now){if(!now.known)return unknownGate(allowed,now.reason)
if("known"in baseline&&!baseline.known){return unknownGate(allowed,`of the baseline, ${baseline.reason}`)}const isWorstWithin=isAllowedDrop(upperOf(baseline),now.count,allowed.minimum)
const isBestWithin=isAllowedDrop(lowerOf(baseline),now.upper,allowed.minimum)
const result=compareCounts(allowed,baseline,now)
if(isWorstWithin||!isBestWithin)return result
const doubts=[..."known"in baseline?baseline.doubts:[],...now.doubts]
return{...result,verdict:"unknown",message:`the drop is unknown: ${result.message}, or less, since it cannot be told whether these are one file or several: ${renderNames(doubts)}`}}function upperOf(baseline){return"known"in baseline?baseline.upper:countPercentage(baseline)}function lowerOf(baseline){return"known"in baseline?baseline.count:countPercentage(baseline)}function compareCounts({gate:gate,minimum:minimum},baseline,{metric:metric,count:count}){const before=upperOf(baseline)
const scale=Math.max(2,minimum.scale,"known"in baseline?0:baseline.scale)
const decimals=findDecimals(before,count,scale)
const[from,to]=[before,count].map(each=>`${(0,gates_percent.yn)(each,decimals)}%`)
const counts="known"in baseline?` ${renderUnits(metric,before)}`:""
const change=`${from}${counts} to ${to} ${renderUnits(metric,count)}`
const passes=isAllowedDrop(before,count,minimum)
const message=passes?renderAllowed(change,before,count,minimum):`coverage fell from ${change}, by ${renderDrop(before,count,decimals)} points, where at most ${minimum.text} are allowed`
return{gate:gate,verdict:passes?"pass":"fail",message:message,required:minimum.text,measured:{metric:metric,...count,percent:(0,gates_percent.yn)(count,2)}}}function renderAllowed(change,before,now,allowed){const{numerator:numerator}=computeDrop(before,now)
if(numerator<0n)return`coverage rose from ${change}`
if(numerator===0n)return`coverage stayed, from ${change}`
return`coverage fell from ${change}, by no more than ${allowed.text} points`}function renderUnits(metric,{covered:covered,total:total}){return`(${covered}/${total} ${nameUnits(metric)})`}function findDecimals(before,now,least){let decimals=least
const differs=computeDrop(before,now).numerator!==0n
while(differs&&(0,gates_percent.yn)(before,decimals)===(0,gates_percent.yn)(now,decimals))decimals+=1
return decimals}function countPercentage({digits:digits,scale:scale}){return{covered:Number(digits),total:100*10**scale}}function isAllowedDrop(baseline,now,allowed){const{numerator:numerator,denominator:denominator}=computeDrop(baseline,now)
return numerator*10n**BigInt(allowed.scale)<=allowed.digits*denominator}function renderDrop(baseline,now,decimals){const{numerator:numerator,denominator:denominator}=computeDrop(baseline,now)
const scaled=numerator*10n**BigInt(decimals)
return(0,gates_percent.sx)((scaled+denominator-1n)/denominator,decimals)}function computeDrop(baseline,now){const before=BigInt(baseline.covered)*BigInt(now.total)
const after=BigInt(now.covered)*BigInt(baseline.total)
const denominator=BigInt(baseline.total)*BigInt(now.total)
return{numerator:100n*(before-after),denominator:denominator}}const NAMED_FILES=10
function rankFiles({files:files,groups:groups}){const known=[...files].map(([path,file])=>({path:path,totals:file.count()}))
const doubtful=groups.flatMap(group=>rankReadings(group).slice(0,1).flat())
return[...rank(known),...doubtful].sort(compareFiles)}function rankReadings({readings:readings}){const ranked=readings.map(({files:files})=>rank(files))
return ranked.sort(([a],[b])=>{if(a===undefined||b===undefined)return Number(a===undefined)-Number(b===undefined)
return compareFiles(a,b)})}function rank(files){const ranked=[]
for(const{path:path,totals:totals}of files){const count=countOf(totals,"lines")
if(count.total>0)ranked.push({path:path,...count,percent:(0,gates_percent.yn)(count,2)})}return ranked.sort(compareFiles)}function listWorst(ranked){return ranked.filter(({covered:covered,total:total})=>covered<total).slice(0,NAMED_FILES)}function listBelow({minimum:minimum,precision:precision},ranked){return ranked.filter(file=>precision===undefined?!(0,gates_percent.O6)(file,minimum):!(0,gates_percent.Jw)(file,minimum,precision))}function evaluateFiles(required,ranked,coverage){const{groups:groups}=coverage
const certain=rankFiles({...coverage,groups:[]})
const isFailed=listBelow(required,certain).length>0||groups.some(group=>failsAlways(required,group))
const open=isFailed?[]:groups.filter(group=>mayFail(required,group))
const unread=[...coverage.files].filter(([,{fileTotals:fileTotals,knowsLines:knowsLines}])=>fileTotals===undefined&&!knowsLines)
if(!isFailed&&unread.length>0){const names=renderNames(unread.map(([path])=>path))
return unknownGate(required,`the reports do not tell the lines of ${names}`)}if(open.length===0)return evaluateRanked(required,ranked)
const names=renderNames(open.flatMap(group=>group.names))
return unknownGate(required,`whether each file reaches ${required.minimum.text}% of its lines depends on whether these are one file or several: ${names}`)}function failsAlways(required,group){return group.isComplete&&rankReadings(group).every(ranked=>listBelow(required,ranked).length>0)}function mayFail(required,group){if(!group.isComplete)return true
return rankReadings(group).some(ranked=>listBelow(required,ranked).length>0)}function evaluateRanked(required,ranked){const[worst]=ranked
if(worst===undefined)return unknownGate(required,"the reports list no lines of files")
const below=listBelow(required,ranked)
const{covered:covered,total:total,percent:percent}=worst
const isReached=below.length===0
return{gate:required.gate,verdict:isReached?"pass":"fail",message:isReached?renderReached(required,ranked.length):renderBelow(required,below,ranked.length),required:required.minimum.text,measured:{metric:"lines",covered:covered,total:total,percent:percent}}}function renderReached({minimum:minimum},files){const each=files===1?"the only file":`each of the ${files} files`
return`${each} reaches ${minimum.text}% of its lines`}function renderBelow(required,below,files){const{minimum:minimum}=required
const names=below.slice(0,NAMED_FILES).map(file=>{const percent=`${(0,gates_percent.WI)(file,minimum)}% (${file.covered}/${file.total})`
return`${file.path} ${percent}${renderRounded(required,file)}`})
const rest=below.length-names.length
const more=rest>0?` and ${rest} more`:""
const[are,their]=below.length===1?["is","its"]:["are","their"]
const of=files===1?"the only file":`${below.length} of ${files} files`
return`${of} ${are} below ${minimum.text}% of ${their} lines: ${names.join("; ")}${more}`}function compareFiles(a,b){return a.covered*b.total-b.covered*a.total||b.total-a.total||(a.path<b.path?-1:1)}function evaluateCoverage(inputs,evidence){const{coverage:coverage,missing:missing}=evidence
const measurement=measure(coverage,inputs.metric)
const ranked=rankFiles(coverage)
const main=evaluateMinimum(minimumOf(inputs,"coverage-min",inputs.min),measurement)
const gates=[...missing===undefined?[]:[evaluateMissing(missing)],main,...inputs.minimums.map(({gate:gate,metric:metric,minimum:minimum})=>evaluateMinimum(minimumOf(inputs,gate,minimum),measure(coverage,metric))),...evaluateOthers(inputs,evidence,measurement,ranked)]
return{...combineGates(gates),...main.measured&&{measured:{...main.measured,tool:coverage.tool}},gates:gates,worstFiles:listWorst(ranked),filesBelow:inputs.minFile===undefined?[]:listBelow(minimumOf(inputs,"coverage-min-file",inputs.minFile),ranked)}}function evaluateOthers(inputs,evidence,measurement,ranked){const{minFile:minFile,minPatch:minPatch,maxDrop:maxDrop,baseline:baseline}=inputs
const gates=[]
if(minFile!==undefined){gates.push(evaluateFiles(minimumOf(inputs,"coverage-min-file",minFile),ranked,evidence.coverage))}if(minPatch!==undefined){const asked=minimumOf(inputs,"coverage-min-patch",minPatch)
const{patch:patch}=evidence
const isUnknown=typeof patch==="string"
gates.push(isUnknown?unknownGate(asked,patch,"patch coverage"):evaluatePatch(asked,patch.count))}if(maxDrop!==undefined&&baseline!==undefined){const before=measureBaseline(baseline,evidence.baseline,measurement)
gates.push(evaluateDrop({gate:"coverage-max-drop",minimum:maxDrop},before,measurement))}return gates}function minimumOf(inputs,gate,minimum){return{gate:gate,minimum:minimum,precision:inputs.precision}}function measureBaseline(given,earlier,now){const percentage=(0,gates_percent.A3)(given)
if(percentage!==undefined)return percentage
if(typeof earlier==="string")return{known:false,reason:earlier}
return measure(earlier,now.known?now.metric:"auto")}function combineGates(gates){const decisive=gates.filter(({verdict:verdict,isInformative:isInformative})=>verdict!=="pass"&&isInformative!==true)
if(decisive.length===0)return{verdict:"pass",message:renderMessages(gates)}
const isFailed=decisive.some(({verdict:verdict})=>verdict==="fail")
return{verdict:isFailed?"fail":"unknown",message:renderMessages(decisive)}}function renderMessages(gates){return[...new Set(gates.map(({message:message})=>message))].join("\n")}function normalisePath(path){if(/^https?:\/\//.test(path))return path
const parts=[]
for(const part of path.replaceAll("\\","/").split("/")){if(part===".."&&parts.length>0&&parts.at(-1)!=="..")parts.pop()
else if(part!=="."&&part!=="")parts.push(part)}const joined=parts.join("/")
if(isDrive(parts[0]))return`${joined.charAt(0).toUpperCase()}${joined.slice(1)}`
return isAbsolute(path)?`/${joined}`:joined}function isAbsolute(path){return/^(?:[\\/]|[A-Za-z]:[\\/]|https?:\/\/)/.test(path)}function joinPath(directory,filename){return normalisePath(isAbsolute(filename)?filename:`${directory}/${filename}`)}function isDrive(part){return part!==undefined&&/^[A-Za-z]:$/.test(part)}const CHECKOUT=/^(?:\/home\/runner\/work|\/Users\/runner\/work|\/__w|[A-Za-z]:\/a|(?:[A-Za-z]:)?(?:\/[^/]+)*\/_work)\/(?<name>[^/]+)\/\k<name>\//
function relativisePath(path,workspaces){for(const workspace of workspaces){const root=`${normalisePath(workspace)}/`
if(path.startsWith(root))return path.slice(root.length)}return path.replace(CHECKOUT,"").replace(/^\/github\/workspace\//,"")}function isThere(path,{index:index,existing:existing}){return index.has(path)||existing.has(path)}function applyMapping({from:from,to:to},path){const rest=cutPrefix(from,path)
if(rest===undefined)return undefined
if(!rest.startsWith("../"))return to===""?rest:`${to}/${rest}`
const joined=normalisePath(to===""?rest:`${to}/${rest}`)
return joined.startsWith("../")||joined.startsWith("/")?undefined:joined}function cutPrefix(from,path){if(from==="")return isAbsolute(path)?undefined:path
const prefix=from==="/"?from:`${from}/`
return path.startsWith(prefix)?path.slice(prefix.length):undefined}function countFound(mapping,paths,tree){let found=0
for(const path of paths){const there=applyMapping(mapping,path)
if(there!==undefined&&isThere(there,tree))found+=1}return found}const MAX_ALIKE=16
const MAX_TRIED=8
function proposeMappings(paths,index){const votes=new Map
for(const path of paths){for(const file of index.listClosest(path,MAX_ALIKE)??[]){const mapping=cutCommonEnd(path,file)
const key=`${mapping.from}\0${mapping.to}`
const vote=votes.get(key)??{mapping:mapping,count:0}
vote.count+=1
votes.set(key,vote)}}const sorted=[...votes.values()].sort((a,b)=>b.count-a.count)
return sorted.slice(0,MAX_TRIED).map(({mapping:mapping})=>mapping)}function cutCommonEnd(path,file){const parts=path.split("/")
const others=file.split("/")
while(parts.length>0&&others.length>0&&parts.at(-1)===others.at(-1)){parts.pop()
others.pop()}const from=parts.join("/")
return{from:from===""&&path.startsWith("/")?"/":from,to:others.join("/")}}class SourceIndex{#paths
#reversed
constructor(paths){this.#paths=new Set(paths)}has(path){return this.#paths.has(path)}hasDirectory(path){return this.listDirectoriesNamed(path.slice(path.lastIndexOf("/")+1)).includes(path)}listEndingIn(path,limit){return this.#list(reverse(path),limit).map(restore)}listClosest(path,limit){const parts=path.split("/").reverse()
let closest=[]
for(let length=1;length<=parts.length;length+=1){const found=this.#list(`${parts.slice(0,length).join("/")}/`,limit+1)
if(found.length===0)break
closest=found}return closest.length>limit?undefined:closest.map(restore)}below(directories){if(directories.includes(""))return this
const starts=directories.map(directory=>`${directory}/`)
const files=[...this.#paths].filter(path=>starts.some(start=>path.startsWith(start)))
return new SourceIndex(files)}listDirectoriesNamed(name){return this.#directories().get(name)??[]}#named
#directories(){this.#named??=groupDirectories(this.#paths)
return this.#named}#list(end,limit){this.#reversed??=[...this.#paths].map(reverse).sort()
const from=findPosition(this.#reversed,end)
const found=[]
for(let place=from;found.length<limit;place+=1){const path=this.#reversed[place]
if(path?.startsWith(end)!==true)break
found.push(path)}return found}}function groupDirectories(paths){const known=new Set
const named=new Map
for(const path of paths){let directory=parentOf(path)
while(directory!==""&&!known.has(directory)){known.add(directory)
const name=directory.slice(directory.lastIndexOf("/")+1)
const same=named.get(name)
if(same===undefined)named.set(name,[directory])
else same.push(directory)
directory=parentOf(directory)}}return named}function parentOf(path){return path.slice(0,Math.max(0,path.lastIndexOf("/")))}function reverse(path){return`${path.split("/").reverse().join("/")}/`}function restore(reversed){return reversed.slice(0,-1).split("/").reverse().join("/")}function findPosition(ordered,text){let low=0
let high=ordered.length
while(low<high){const middle=low+high>>>1
if(String(ordered[middle])<text)low=middle+1
else high=middle}return low}const resolver_FLOATING={kind:"floating",paths:[]}
const UNPLACED={kind:"unplaced",paths:[]}
const MAX_CANDIDATES=1e5
class PathResolver{#paths
#tree
#judged
#best
#candidatesLeft=MAX_CANDIDATES
constructor(paths,roots,tree){this.#paths=paths
this.#tree=tree
const judgedRoots=roots.map(mapping=>this.#judge(mapping,true))
this.#judged=[...judgedRoots,...this.#judgeProposals(judgedRoots)]
this.#best=this.#choose()}resolve(path){for(const{mapping:mapping,isRoot:isRoot}of this.#judged){const there=isRoot&&mapping.from!==""?this.#find(mapping,path):undefined
if(there!==undefined)return{kind:"found",paths:[there]}}const best=this.#best
if(best===undefined)return this.#resolveByEnd(path)
const place=applyMapping(best.mapping,path)
if(place===undefined)return this.#resolveBeside(path,best)
const others=this.#listOthers(path,place,best)
const isFound=isThere(place,this.#tree)
if(others.length===0)return{kind:isFound?"found":"absent",paths:[place]}
return{kind:"doubtful",paths:isFound?[place,...others]:[...others,place]}}listRivals(path){const best=this.#best
if(best===undefined)return[]
const{mapping:mapping,isRoot:isRoot}=best
const isInPlace=isRoot&&`${mapping.from}${mapping.to}`!==""
const others=isInPlace?[]:this.#listRivalMappings(mapping)
const rivals=[...this.#listNearer(best),...others].map(each=>applyMapping(each,path))
return rivals.filter(there=>there!==undefined)}#listNearer(best){const nearer=this.#judged.slice(0,this.#judged.indexOf(best))
return nearer.filter(({isRoot:isRoot,found:found})=>isRoot&&found>0).map(({mapping:mapping})=>mapping)}#rivals
#listRivalMappings(own){if(this.#rivals!==undefined)return this.#rivals
this.#rivals=this.#paths.slice(0,1).flatMap(first=>{const all=listMappingsByEnd(first,own.from,this.#tree.index)
return all.filter(({to:to})=>to!==own.to)})
for(const path of this.#paths){if(this.#rivals.length===0)break
this.#rivals=this.#rivals.filter(each=>this.#find(each,path)!==undefined)}return this.#rivals}#judge(mapping,isRoot){return{mapping:mapping,found:countFound(mapping,this.#paths,this.#tree),isRoot:isRoot}}#judgeProposals(roots){const lost=this.#paths.filter(path=>!roots.some(({mapping:mapping,found:found})=>found>0&&this.#find(mapping,path)!==undefined))
const proposals=proposeMappings(lost,this.#tree.index).map(mapping=>this.#judge(mapping,false))
return proposals.filter(({mapping:mapping,found:found})=>found>0&&!roots.some(root=>isSame(root.mapping,mapping)))}#find(mapping,path){const place=applyMapping(mapping,path)
return place!==undefined&&isThere(place,this.#tree)?place:undefined}#choose(){const most=Math.max(0,...this.#judged.map(({found:found})=>found))
if(most===0)return undefined
const equal=this.#judged.filter(each=>each.found===most)
const[first,...others]=equal
if(first===undefined||first.isRoot)return first
if(!others.some(other=>isOverlapping(other,first))){return this.#isNameOnly(first)?undefined:first}const widest=equal.filter(({mapping:mapping})=>this.#paths.every(path=>applyMapping(mapping,path)!==undefined))
return widest.length===1?widest[0]:undefined}#isNameOnly({mapping:{from:from,to:to},found:found,isRoot:isRoot}){if(isRoot||found>1||from===""||to==="")return false
return this.#paths.some(path=>parentOf(path)===from)}#listOthers(path,place,best){if(best.found===this.#paths.length)return[]
const others=new Set
const isFound=isThere(place,this.#tree)
for(const[index,other]of this.#judged.entries()){if(other===best||other.found===0)continue
const isEarlier=other.isRoot&&index<this.#judged.indexOf(best)
const mayContradict=isFound?isEarlier||isOuter(other,best):other.isRoot||!isInner(other,best)&&other.found*2>best.found
const there=mayContradict?applyMapping(other.mapping,path):undefined
if(there===undefined||there===place)continue
if(isThere(there,this.#tree)||isFound&&isOuter(other,best))others.add(there)}return[...others]}#resolveBeside(path,best){const likely=this.#judged.filter(({mapping:mapping,found:found})=>found>1||mapping.to===best.mapping.to)
const places=new Set(likely.flatMap(({mapping:mapping})=>this.#find(mapping,path)??[]))
if(places.size===0)return this.#resolveByEnd(path)
return{kind:places.size===1?"found":"doubtful",paths:[...places]}}#resolveByEnd(path){const candidates=this.#tree.index.listClosest(path,this.#candidatesLeft)
if(candidates===undefined)return UNPLACED
this.#candidatesLeft-=candidates.length
return candidates.length===0?resolver_FLOATING:{kind:"doubtful",paths:candidates}}}function isSame(a,b){return a.from===b.from&&a.to===b.to}function isOverlapping({mapping:a},{mapping:b}){return a.from===b.from||isAbove(a.from,b.from)||isAbove(b.from,a.from)}function isOuter({mapping:outer},{mapping:inner}){return outer.to===inner.to&&isAbove(outer.from,inner.from)}function isInner({mapping:inner},{mapping:outer}){return isAbove(outer.from,inner.from)}function isAbove(outer,inner){const isTop=outer===""||outer==="/"
return outer!==inner&&(isTop||inner.startsWith(`${outer}/`))}function listMappingsByEnd(path,from,index){const rest=applyMapping({from:from,to:""},path)
if(rest===undefined||rest.startsWith("../"))return[]
const files=index.listEndingIn(rest,Infinity)
return files.map(file=>({from:from,to:parentOf(`${file.slice(0,-rest.length)}x`)}))}function listRoots(name){const roots=[]
let directory=isAbsolute(name)?"":parentOf(name)
while(directory!==""){roots.push(directory)
directory=parentOf(directory)}return[...roots,""]}function resolveFiles(placed,tree){const{name:name,report:report}=placed
const finder=new Finder(placed,tree)
return[...report.files].map(([path,file])=>finder.find(path,file,name))}const files_MAX_ALIKE=3
class Finder{#sources
#tree
#bare
#rooted
#full
constructor({name:name,report:report},tree){this.#tree=tree
this.#sources=(report.sources??[]).filter(source=>!source.startsWith("-"))
const paths=[...report.files.keys()]
const roots=listRoots(name).map(to=>({from:"",to:to}))
const spelled=this.#sources.length===0?paths:paths.flatMap(path=>this.#spell(path))
const isOutside=path=>isAbsolute(path)&&!tree.existing.has(path)
this.#bare=new PathResolver(this.#select(paths),roots,tree)
this.#rooted=this.#sources.length===0?this.#bare:new PathResolver(this.#select(spelled),roots,tree)
this.#full=new PathResolver(spelled.filter(isOutside),tree.workspaces.map(from=>({from:from,to:""})),tree)}find(path,file,report){const spelled=this.#spell(path)
const outcomes=spelled.map(each=>this.#resolve(each))
const found=outcomes.filter(({kind:kind})=>kind==="found")
const[only,...more]=spelled
const shown=this.#shorten(more.length===0?only:path)
const claim={report:report,path:shown,file:file}
const[first,...others]=new Set(found.flatMap(({paths:paths})=>paths))
if(first!==undefined){if(file.isRepeatedUnlike)refuseJoined(claim,this.#listAlike(path,first),true)
const listRivals=()=>this.#listRivals(spelled)
return{...claim,options:[first,...others],listRivals:listRivals}}const isUnplaced=outcomes.some(({kind:kind})=>kind==="unplaced")
const placed=this.#findByPlace(path,outcomes)
if(placed!==undefined){const listRivals=()=>this.#bare.listRivals(path)
return{...claim,isUnplaced:isUnplaced,options:[placed],listRivals:listRivals}}const options=this.#listOptions(path,floatingKey(shown),outcomes)
refuseJoined(claim,options)
return{...claim,isUnplaced:isUnplaced,options:options}}#listAlike(path,found){const alike=isAbsolute(path)?[]:this.#tree.index.listEndingIn(path,files_MAX_ALIKE)
return[found,...alike.filter(each=>each!==found)]}#listRivals(spelled){return spelled.flatMap(path=>(isAbsolute(path)?this.#full:this.#rooted).listRivals(path))}#findByPlace(path,outcomes){const paths=outcomes.flatMap(outcome=>outcome.paths)
const bare=this.#resolveBare(path)
const isSure=bare.kind==="found"||bare.kind==="absent"
const[file]=isSure?bare.paths:[]
return file!==undefined&&(paths.length===0||paths.includes(file))?file:undefined}#resolveBare(path){return this.#sources.length===0?resolver_FLOATING:this.#resolve(path,this.#bare)}#listOptions(path,own,outcomes){const paths=outcomes.flatMap(outcome=>outcome.paths)
const bare=this.#resolveBare(path)
const[first,...others]=new Set([...paths,...bare.paths])
if(first===undefined)return[own]
const isPlaced=outcomes.length===1&&outcomes.every(({kind:kind})=>kind==="absent")
return isPlaced?[first,...others]:[first,...others,own]}#resolve(path,resolver=this.#rooted){if(!isAbsolute(path))return resolver.resolve(path)
if(this.#tree.existing.has(path))return{kind:"found",paths:[path]}
return this.#full.resolve(path)}#spell(path){const[first,...others]=this.#sources
if(first===undefined||isAbsolute(path))return[path]
return[joinPath(first,path),...others.map(source=>joinPath(source,path))]}#select(paths){return paths.filter(path=>!isAbsolute(path))}#shorten(path){return isThere(path,this.#tree)?path:relativisePath(path,this.#tree.workspaces)}}function refuseJoined({report:report,path:path,file:file},options,isFound=false){const files=options.filter(key=>!isFloating(key))
const isDoubtful=file.isRepeated&&files.length>1
const isUnlike=file.isRepeatedUnlike&&!isAbsolute(path)&&!isFound
if(!isDoubtful&&!isUnlike)return
const some=isDoubtful?` (${files.slice(0,files_MAX_ALIKE).join(", ")})`:""
throw new ReportError(`${report} has several records of ${path}, and it cannot be told which are of which file${some}: give the reports of the packages one by one`)}const GO_MOD="go.mod"
function parseModulePath(text){const declared=/^[ \t]*module[ \t]+(?:\([ \t]*\r?\n\s*)?(?:"([^"\n]+)"|`([^`\n]+)`|([^\s"`(]+))/m
const match=declared.exec(text)
return match?.[1]??match?.[2]??match?.[3]}function listModules(texts){const modules=[]
for(const[path,text]of texts){const from=parseModulePath(text)
if(from!==undefined)modules.push({from:from,to:parentOf(path)})}return modules.sort((a,b)=>b.from.length-a.from.length)}function resolveModules(placed,modules,tree){const files=[...placed.report.files]
const isKnown=files.some(([path])=>modules.some(each=>applyMapping(each,path)))
if(!isKnown)return resolveFiles(placed,tree)
return files.map(([path,file])=>{const places=listPlaces(path,modules)
const found=places.filter(place=>isThere(place,tree))
const[first,...others]=found.length>0?found:places
const options=first===undefined?[floatingKey(path)]:[first,...others]
return{report:placed.name,path:path,file:file,options:options}})}function listPlaces(path,modules){const innermost=modules.find(each=>applyMapping(each,path)!==undefined)
const copies=modules.filter(({from:from})=>from===innermost?.from)
return copies.map(each=>applyMapping(each,path)).filter(place=>place!==undefined)}const packages_MAX_CANDIDATES=64
function resolvePackages(placed,tree){const projects=new Map
for(const[name,file]of placed.report.files){const path=(file.sourceName??name).replace(/^\//,"")
const groups=name.slice(0,Math.max(0,name.length-path.length-1))
const project=groups===""?placed.report.project:groups
const files=projects.get(project)??[]
projects.set(project,files)
files.push({name:name,path:path,project:project,file:file})}return[...projects].flatMap(([project,files])=>resolveProject(project,files,placed,tree))}function resolveProject(project,files,{name:name},tree){const roots=listRoots(name)
const named=listNamed(project,tree,roots)
const places=named.length>0?[named,...roots.map(root=>[root])]:roots.map(root=>[root])
const direct=files.map(each=>({each:each,...findBelow(each.path,places,tree)}))
const lost=direct.filter(({distance:distance})=>distance===Infinity).map(({each:each})=>each)
const kotlin=findKotlin(lost,places,tree)
const found=direct.map(one=>({...one,...kotlin.get(one.each)}))
const home=named.length>0?0:Math.min(...found.map(({distance:distance})=>distance))
return found.map(({each:each,paths:paths,distance:distance})=>{const own=floatingKey(each.path,project)
const claim={report:name,path:each.name,file:each.file,project:project}
const[first,...others]=paths
const isUnplaced=!each.path.endsWith(".java")
if(first===undefined)return{...claim,options:[own],isUnplaced:isUnplaced}
const isCertain=others.length===0&&distance===home
return{...claim,options:isCertain?[first]:[first,...others,own]}})}function listNamed(project,{index:index},roots){const name=project?.slice(project.lastIndexOf("/")+1)??""
const named=index.listDirectoriesNamed(name)
const around=named.filter(directory=>roots.includes(directory))
return around.length>0?around:named}function findBelow(path,places,{index:index}){const files=index.listEndingIn(path,packages_MAX_CANDIDATES)
for(const[distance,directories]of places.entries()){const below=files.filter(file=>directories.some(directory=>directory===""||file.startsWith(`${directory}/`)))
if(below.length>0)return{paths:below,distance:distance}}return{paths:[],distance:Infinity}}function findKotlin(files,places,tree){const kotlin=files.filter(({path:path})=>path.endsWith(".kt"))
const paths=kotlin.map(({path:path})=>path)
const shifted=new Map
if(kotlin.length===0)return shifted
for(const[distance,directories]of places.entries()){const mappings=proposeMappings(paths,tree.index.below(directories)).filter(({from:from})=>from!==""&&paths.every(path=>path.startsWith(`${from}/`)))
for(const file of kotlin){const found=listLikeliest(file.path,mappings,{paths:paths,tree:tree})
if(found.length>0&&!shifted.has(file))shifted.set(file,{paths:found,distance:distance})}}return shifted}function listLikeliest(path,mappings,{paths:paths,tree:tree}){const judged=mappings.flatMap(mapping=>{const place=applyMapping(mapping,path)
const isFound=place!==undefined&&tree.index.has(place)
return isFound?[{place:place,found:countFound(mapping,paths,tree)}]:[]})
const most=Math.max(0,...judged.map(({found:found})=>found))
return[...new Set(judged.filter(({found:found})=>found===most).map(({place:place})=>place))]}function groupBy(items,keysOf){const groups=new Map
for(const item of items){for(const key of keysOf(item)){const group=groups.get(key)
if(group===undefined)groups.set(key,[item])
else group.push(item)}}return groups}function findCollisions(claims){const claimed=groupBy(claims,({options:options})=>options.length===1&&!isFloating(options[0])?options:[])
return claims.map(claim=>{const[key]=claim.options
const same=claim.options.length===1?claimed.get(key):undefined
if(same===undefined)return claim
const doubts=[...findRivals(claim,key,claimed),...findForeign(claim,key,same)]
return doubts.length===0?claim:{...claim,options:[key,...doubts]}})}function findRivals(claim,key,claimed){const rivals=(claim.listRivals?.()??[]).filter(rival=>!(claimed.get(rival)??[]).some(other=>isInPlace(other,rival)))
const meets=[key,...rivals].some(path=>(claimed.get(path)??[]).some(({report:report})=>report!==claim.report))
return meets?rivals:[]}function isInPlace({report:report,path:path},key){return key.endsWith(`/${path}`)&&report.startsWith(key.slice(0,-path.length))}function findForeign({path:path,project:project},key,same){const projects=new Set(same.flatMap(each=>each.project??[]))
if(project===undefined||projects.size<2||isInProject(key,project))return[]
return[floatingKey(path,project)]}function isInProject(path,project){const name=project.slice(project.lastIndexOf("/")+1)
return`/${path}`.includes(`/${name}/`)}function isSameCode(a,b){const[of,other]=[a.count(),b.count()]
for(const metric of of.keys()){const[one,two]=[countOf(of,metric).total,countOf(other,metric).total]
if(one!==two&&one>0&&two>0)return false}const lines=[...a.lines.entries()]
const others=[...b.lines.entries()]
return lines.length===others.length&&lines.every(([line],index)=>others[index]?.[0]===line)}function linkFloating(claims){const places=findPlaces(claims.filter(isOfNoPlace))
const floating=claims.filter(isOfNoPlace).map(claim=>placeClaim(claim,places))
const byPath=groupBy(floating,({path:path})=>[path])
if(byPath.size<2)return claims
const index=new SourceIndex(byPath.keys())
const linked=[]
for(const one of floating){const alike=index.listEndingIn(one.end,Infinity).filter(path=>path!==one.path)
const others=alike.map(path=>byPath.get(path)).filter(each=>each!==undefined)
const linkedTo=others.flat().filter(other=>canBeOne(one,other))
const[first,...more]=one.claim.options
linked.push({...one.claim,options:[first,...new Set([...more,...linkedTo.map(({key:key})=>key)])]})}return[...claims.filter(claim=>!isOfNoPlace(claim)),...linked]}function isOfNoPlace({options:options}){return isFloating(options[0])}function placeClaim(claim,places){const[key]=claim.options
const path=pathOf(key)
const place=isAbsolute(path)?places.get(claim.report):undefined
if(place===undefined)return{claim:claim,key:key,path:path,end:path,tree:""}
const end=path.split("/").slice(place.length).join("/")
return{claim:claim,key:key,path:path,end:end,tree:place.slice(0,SAME_TREE).join("/")}}const SAME_TREE=3
function canBeOne(a,b){if(a.claim.report===b.claim.report||a.claim.project!==b.claim.project)return false
return a.tree===""||a.tree!==b.tree}function findPlaces(claims){const places=new Map
for(const claim of claims){const path=pathOf(claim.options[0])
if(!isAbsolute(path))continue
const parts=path.split("/").slice(0,-1)
const known=places.get(claim.report)??parts
const end=known.findIndex((part,index)=>part!==parts[index])
places.set(claim.report,end===-1?known:known.slice(0,end))}return places}function settleClaims(given){const empty=given.filter(isEmpty)
const full=empty.length===0?given:given.filter(claim=>!isEmpty(claim))
const claims=linkFloating(separateUnlike(findCollisions(full)))
const settled=new Map
for(const claim of claims){const[key,...others]=claim.options
if(others.length===0)settle(settled,key,claim)}const doubtful=[]
for(const claim of claims){if(claim.options.length>1)doubtful.push(dropOwnFiles(claim,settled))}const groups=groupClaims(doubtful,settled)
for(const claim of empty){const[key]=claim.options
if(!settled.has(key))settle(settled,key,claim)}const unplaced=claims.filter(({isUnplaced:isUnplaced})=>isUnplaced===true)
return{settled:settled,groups:groups,doubtful:[...doubtful,...unplaced]}}function isEmpty({file:file}){return listMeasured(file.count()).length===0}function dropOwnFiles(claim,settled){const isOwn=key=>settled.get(key)?.report===claim.report
const[first,...others]=claim.options.filter(key=>!isOwn(key))
return first===undefined?claim:{...claim,options:[first,...others]}}function settle(settled,key,claim){const{report:report,file:file}=claim
const known=settled.get(key)
if(known===undefined){settled.set(key,{path:showPath(key,claim),file:file,report:report})
return}known.file.addAll(file)
if(known.report!==report)settled.set(key,{...known,report:undefined})}function settleOpen(settled,claim){const[key]=claim.options
const{report:report,file:file}=claim
settled.set(key,{path:showPath(key,claim),file:file,report:report,open:claim})}function showPath(key,{path:path}){return isFloating(key)?path:key}function separateUnlike(claims){const byKey=groupBy(claims,({options:options})=>options.length===1&&isFloating(options[0])?options:[])
const unlike=new Map
for(const[key,same]of byKey){const[first,...others]=same
if(first===undefined||others.every(other=>isSameRun(first,other)))continue
for(const[index,claim]of same.entries()){const second=same.length>3?[floatingKey(pathOf(key),`${key}\0second`)]:[]
unlike.set(claim,[key,...second,floatingKey(pathOf(key),`${key}\0${index}`)])}}return claims.map(claim=>({...claim,options:unlike.get(claim)??claim.options}))}function isSameRun(a,b){return a.home===b.home&&isSameCode(a.file,b.file)}function groupClaims(doubtful,settled){const byKey=findShared(doubtful,settled)
const groups=[]
const seen=new Set
for(const start of doubtful){if(seen.has(start))continue
const members=collectLinked(start,byKey,seen)
const files=takeSettled(members,settled)
if(members.length===1&&files.size===0)settleOpen(settled,start)
else groups.push({claims:members,settled:files})}return groups}function findShared(doubtful,settled){const byKey=groupBy(doubtful,({options:options})=>options)
const shared=[...byKey].filter(([key,claims])=>settled.has(key)||claims.some(({report:report})=>report!==claims[0]?.report))
return new Map(shared)}function collectLinked(start,byKey,seen){const members=[start]
const keys=new Set
seen.add(start)
for(const member of members){for(const key of member.options){if(keys.has(key))continue
keys.add(key)
for(const linked of byKey.get(key)??[]){if(seen.has(linked))continue
seen.add(linked)
members.push(linked)}}}return members}function takeSettled(members,settled){const taken=new Map
for(const key of members.flatMap(({options:options})=>options)){const file=settled.get(key)
if(file!==undefined)taken.set(key,file)
settled.delete(key)}return taken}function identifyFiles(reports,sources){const tree={index:new SourceIndex(sources.files),existing:sources.existing,workspaces:listWorkspaces(sources)}
const modules=listModules(sources.modules)
const claims=reports.flatMap(report=>{const isPlaced=sources.isTracked===true&&report.report.pathsFrom!=="module"
const home=isPlaced?findHome(report,tree):undefined
return resolveReport(report,modules,tree).map(given=>{const claim=followLinks(given,sources.links)
return isAbsolute(claim.path)?claim:{...claim,home:home}})})
return settleClaims(claims)}function followLinks(claim,links){if(links===undefined||links.size===0)return claim
const follow=key=>links.get(key)??key
const[first,...others]=claim.options
const file=follow(first)
const options=[file,...new Set(others.map(follow).filter(key=>key!==file))]
return{...claim,options:options}}function findHome({name:name},{index:index}){return listRoots(name).find(root=>index.hasDirectory(root))}function resolveReport(placed,modules,tree){if(placed.report.pathsFrom==="package")return resolvePackages(placed,tree)
if(placed.report.pathsFrom==="module")return resolveModules(placed,modules,tree)
return resolveFiles(placed,tree)}function listDirectories(reports,sources){const directories=new Set
const workspaces=listWorkspaces(sources)
const known=[...workspaces.map(from=>({from:from,to:""})),...listModules(sources.modules)]
for(const{name:name,report:report}of reports){const roots=listRoots(name).map(to=>({from:"",to:to}))
for(const directory of listOwnDirectories(report)){const inside=`${directory===""?"":`${directory}/`}x`
for(const mapping of[...known,...roots]){const place=applyMapping(mapping,inside)
if(place!==undefined)directories.add(parentOf(place))}if(isAbsolute(directory)&&!isBelow(directory,workspaces))directories.add(directory)}}return directories}function listWorkspaces({workspace:workspace,workspaceLink:workspaceLink=workspace}){return[...new Set([workspace,workspaceLink].map(normalisePath))]}function isBelow(directory,workspaces){return workspaces.some(workspace=>`${directory}/`.startsWith(`${workspace}/`))}function listOwnDirectories({files:files,sources:sources=[],pathsFrom:pathsFrom}){const directories=new Set
if(pathsFrom==="package")return directories
for(const path of files.keys())directories.add(parentOf(path))
for(const directory of[...directories]){for(const source of sources)directories.add(joinPath(source,directory))}return directories}var model_glob=__webpack_require__(4928)
const UNCOVERED=1
const COVERED=2
const line_table_NOTHING=new Uint8Array(0)
const FIRST_CAPACITY=256
const GROWTH=2
class LineTable{#memory
#states=line_table_NOTHING
#covered=0
#total=0
constructor(memory){this.#memory=memory}add(line,isCovered){if(line>=this.#states.length)this.#extend(line+1)
const state=this.#states[line]
if(state===COVERED||state===UNCOVERED&&!isCovered)return
if(state!==UNCOVERED)this.#addNew()
if(isCovered)this.#covered+=1
this.#states[line]=isCovered?COVERED:UNCOVERED}addAll(other){for(const[line,covered]of other.entries())this.add(line,covered)}*entries(){for(let line=0;line<this.#states.length;line+=1){const state=this.#states[line]
if(state!==0)yield[line,state===COVERED]}}count(){return{covered:this.#covered,total:this.#total}}#addNew(){this.#memory.charge(COST.line)
this.#total+=1}#extend(length){const capacity=Math.max(FIRST_CAPACITY,length,this.#states.length*GROWTH)
this.#memory.charge((capacity-this.#states.length)*COST.sourceLine)
const states=new Uint8Array(capacity)
states.set(this.#states)
this.#states=states}}class TallyTable{#memory
#tallies=new Map
#isLowerBound=false
constructor(memory){this.#memory=memory}get isLowerBound(){return this.#isLowerBound}get isEmpty(){return this.#tallies.size===0}get isOfFile(){return this.#tallies.has(0)}add(line,tally){const known=this.#tallies.get(line)
if(known===undefined){this.#memory.charge(COST.tally+(tally.missing?.length??0)*COST.unit)
this.#tallies.set(line,tally)
return}const union=uniteTallies(known,tally)
this.#isLowerBound||=union.isLowerBound
this.#tallies.set(line,union.tally)}addAll(other){this.#isLowerBound||=other.#isLowerBound
for(const[line,tally]of other.#tallies)this.add(line,tally)}count(){let sum=NOTHING
for(const tally of this.#tallies.values())sum=addCounts(sum,tally)
return sum}}function uniteTallies(a,b){if(a.total!==b.total)return{tally:a.total>b.total?a:b,isLowerBound:true}
const{total:total}=a
const[less,more]=a.covered<b.covered?[a,b]:[b,a]
if(less.covered===0||more.covered===total)return{tally:more,isLowerBound:false}
const missing=intersect(less.missing,more.missing)
if(missing===undefined)return{tally:more,isLowerBound:true}
const covered=Math.max(more.covered,total-missing.length)
const isLowerBound=less.missing===undefined||more.missing===undefined
return{tally:{covered:covered,total:total,missing:missing},isLowerBound:isLowerBound}}function intersect(a,b){if(a===undefined||b===undefined)return a??b
const others=new Set(b)
return a.filter(part=>others.has(part))}const NAME_RANGE=2**27
const MAX_WEIGHT=2**31-1
const unit_table_FIRST_CAPACITY=32
class UnitTable{#memory
#keys=[]
#values=[]
#capacity=0
#isOrdered=true
constructor(memory){this.#memory=memory}get isEmpty(){return this.#keys.length===0}add(line,name,covered,weight=1){this.#append(line*NAME_RANGE+this.#memory.idOf(name),weight*2+Number(covered))}addAll(other){if(other.#memory!==this.#memory)throw new Error("units of two runs cannot be united")
for(const[index,key]of other.#keys.entries())this.#append(key,Number(other.#values[index]))}count(){this.#order()
let covered=0
let total=0
for(const value of this.#values){const weight=value>>>1
total+=weight
covered+=weight*(value&1)}return{covered:covered,total:total}}countByLine(){this.#order()
const counts=new Map
for(const[index,key]of this.#keys.entries()){const line=Math.floor(key/NAME_RANGE)
const value=Number(this.#values[index])
const weight=value>>>1
const{covered:covered,total:total}=counts.get(line)??{covered:0,total:0}
counts.set(line,{covered:covered+weight*(value&1),total:total+weight})}return counts}#append(key,value){const last=this.#keys.length-1
if(last>=0&&key===this.#keys[last]){this.#values[last]=uniteValues(Number(this.#values[last]),value)
return}if(this.#keys.length===this.#capacity)this.#makeRoom()
this.#isOrdered&&=key>(this.#keys.at(-1)??-1)
this.#keys.push(key)
this.#values.push(value)}#makeRoom(){this.#order()
const capacity=Math.max(unit_table_FIRST_CAPACITY,this.#keys.length*2)
if(capacity<=this.#capacity)return
this.#memory.charge((capacity-this.#capacity)*COST.unit)
this.#capacity=capacity}#order(){if(this.#isOrdered)return
const keys=this.#keys
const values=this.#values
this.#keys=[]
this.#values=[]
const places=Uint32Array.from(keys.keys()).sort((a,b)=>Number(keys[a])-Number(keys[b]))
for(const place of places){const last=this.#keys.length-1
const value=Number(values[place])
if(last>=0&&this.#keys[last]===keys[place]){this.#values[last]=uniteValues(Number(this.#values[last]),value)}else{this.#keys.push(Number(keys[place]))
this.#values.push(value)}}this.#isOrdered=true}}function uniteValues(a,b){return Math.max(a>>>1,b>>>1)*2+((a|b)&1)}class PartTable{#memory
named
tallies
constructor(memory){this.#memory=memory
this.named=new UnitTable(memory)
this.tallies=new TallyTable(memory)}addAll(other){this.named.addAll(other.named)
this.tallies.addAll(other.tallies)}get isLowerBound(){return this.#unite().isLowerBound}count(){return this.#unite().count()}#unite(){if(this.tallies.isEmpty)return{isLowerBound:false,count:()=>this.named.count()}
if(this.named.isEmpty)return this.tallies
const united=new TallyTable(this.#memory)
united.addAll(this.tallies)
if(this.tallies.isOfFile)united.add(0,this.named.count())
else for(const[line,count]of this.named.countByLine())united.add(line,count)
return united}}class FileCoverage{#memory
lines
branches
statements
functions
instructions
sourceName
isRepeated=false
isRepeatedUnlike=false
fileTotals
#hasUnknownLines=false
constructor(memory){memory.charge(COST.file)
this.#memory=memory
this.lines=new LineTable(memory)
this.branches=new PartTable(memory)
this.statements=new UnitTable(memory)
this.functions=new PartTable(memory)
this.instructions=new TallyTable(memory)}get knowsLines(){return!this.#hasUnknownLines&&this.fileTotals===undefined}forgetLines(){this.#hasUnknownLines=true
this.lines=new LineTable(this.#memory)}get isLowerBound(){return[this.branches,this.functions,this.instructions].some(table=>table.isLowerBound)}addRange(first,last,isCovered){if(this.#hasUnknownLines)return
if(last<first)throw new ReportError(`has a range of lines from ${first} to ${last}`)
this.#memory.charge((last-first)*COST.sourceLine)
for(let line=first;line<=last;line+=1)this.lines.add(line,isCovered)}addAll(other){if(this.fileTotals!==undefined||other.fileTotals!==undefined){throw new ReportError("some reports count the same file without listing its lines: use a format that lists them, to unite them")}if(other.#hasUnknownLines)this.forgetLines()
if(!this.#hasUnknownLines)this.lines.addAll(other.lines)
this.branches.addAll(other.branches)
this.statements.addAll(other.statements)
this.functions.addAll(other.functions)
this.instructions.addAll(other.instructions)}count(){if(this.fileTotals!==undefined)return this.fileTotals
return new Map([["lines",this.lines.count()],["branches",this.branches.count()],["statements",this.statements.count()],["functions",this.functions.count()],["instructions",this.instructions.count()]])}}class FileSet{#memory
#files=new Map
constructor(memory){this.#memory=memory}has(name){return this.#files.has(name)}open(name){const known=this.#files.get(name)
if(known!==undefined)return known
const file=new FileCoverage(this.#memory)
this.#files.set(copyString(name),file)
return file}byPath(){const files=new Map
for(const[name,file]of this.#files){const path=normalisePath(name)
const known=files.get(path)
if(known===undefined)files.set(path,file)
else known.addAll(file)}return files}}const MAX_READINGS=256
const MAX_MEMBERS=16
function readGroup(group,isSelected,memory){const counter=new GroupCounter(group,isSelected,memory)
const names=group.claims.map(({path:path,report:report})=>`${path} (${report})`)
const ways=group.claims.reduce((product,{options:options})=>product*options.length,1)
const isCountable=ways<=MAX_READINGS&&counter.size<=MAX_MEMBERS
const readings=isCountable?counter.listAll():[]
const isComplete=readings.length>0
return{names:names,readings:isComplete?readings:counter.listBounds(),isComplete:isComplete}}class GroupCounter{#members
#isSelected
#memory
#counted=new Map
constructor({claims:claims,settled:settled},isSelected,memory){const files=[...settled].map(([key,{path:path,file:file,report:report}])=>({...{path:path,file:file,report:report},options:[key]}))
this.#members=[...files,...claims]
this.#isSelected=isSelected
this.#memory=memory}get size(){return this.#members.length}listAll(){let choices=[[]]
for(const[index,{options:options,report:report,path:path}]of this.#members.entries()){choices=choices.flatMap(blocks=>options.filter(key=>!this.#isTaken(blocks,key,report)).map(key=>put(blocks,key,{bit:1<<index,path:path})))}const readings=new Map
for(const blocks of choices){const counted=blocks.filter(block=>this.#isSelected(block.path))
const id=counted.map(({members:members})=>members).sort().join()
if(!readings.has(id))readings.set(id,this.#read(counted))}return[...readings.values()]}listBounds(){const all=this.#members.map(({file:file})=>file)
const union=unite(all,this.#memory).count()
const selected=this.#members.map(({path:path,options:options})=>options.map(key=>this.#isSelected(isFloating(key)?path:key)))
if(!selected.flat().includes(true))return[{totals:new Map,files:[]}]
const isWhole=!selected.flat().includes(false)
const least=new Map
const most=new Map
for(const[metric,one]of union){const several=all.map(file=>countOf(file.count(),metric)).reduce(addCounts,NOTHING)
const covered=isWhole?one.covered:0
const missed=isWhole?one.total-one.covered:0
least.set(metric,{covered:covered,total:covered+several.total-several.covered})
most.set(metric,{covered:several.covered,total:several.covered+missed})}return[{totals:least,files:[]},{totals:most,files:[]}]}#read(blocks){const files=blocks.map(({members:members,path:path})=>({path:path,totals:this.#count(members)}))
return{files:files,totals:addTotals(files.map(({totals:totals})=>totals))}}#isTaken(blocks,key,report){const members=blocks.find(block=>block.key===key)?.members??0
return this.#members.some((member,index)=>(members&1<<index)!==0&&member.report===report)}#count(members){const known=this.#counted.get(members)
if(known!==undefined)return known
const files=this.#members.filter((_,index)=>(members&1<<index)!==0)
const totals=unite(files.map(({file:file})=>file),this.#memory).count()
this.#counted.set(members,totals)
return totals}}function put(blocks,key,{bit:bit,path:path}){const known=blocks.find(block=>block.key===key)
if(known===undefined){return[...blocks,{key:key,members:bit,path:isFloating(key)?path:key}]}return blocks.map(block=>block===known?{...known,members:known.members|bit}:block)}function unite(files,memory){const[only,...others]=files
if(only!==undefined&&others.length===0)return only
const union=new FileCoverage(memory)
for(const file of files)union.addAll(file)
return union}function addTotals(all){const sum=new Map
for(const totals of all){for(const[metric,count]of totals){sum.set(metric,addCounts(sum.get(metric)??NOTHING,count))}}return sum}const METRICS=["lines","branches","statements","functions","instructions"]
function countReport(report){return{report:report,counted:countFiles(report.files.values())}}function combineReports(reports,found,selection,memory){const[first,...others]=reports
const isSelected=compileSelection(selection)
const identities=openUndecided(found,isSelected)
const settled=selectFiles(identities,isSelected)
const usesFiles=others.length>0||settled.length<identities.settled.size||isCut(identities,isSelected)
const unusable=new Set(reports.flatMap(({report:report})=>[...report.unusable?.keys()??[]]))
const declared=keepMetrics(first.report.declaredTotals,unusable)
const replaced=usesFiles?findPartial(reports):new Set(declared.keys())
const left=new Set([...replaced,...unusable])
const files=nameFiles(settled)
const counted=keepMetrics(countFiles(files.values()),left)
const read=identities.groups.map(group=>readGroup(group,isSelected,memory))
return{totals:new Map(usesFiles?counted:[...counted,...declared]),files:files,groups:read.map(group=>leaveOutMetrics(group,left)),mainMetrics:new Set(reports.map(({report:report})=>report.mainMetric)),leftOut:usesFiles?left:unusable,tool:[...new Set(reports.map(({report:report})=>report.tool))].join(", "),isLowerBound:usesFiles&&[...files.values()].some(file=>file.isLowerBound)}}function keepMetrics(totals,left){return new Map([...totals].filter(([metric])=>!left.has(metric)))}function leaveOutMetrics(group,left){const readings=group.readings.map(({totals:totals,files:files})=>({totals:keepMetrics(totals,left),files:files}))
return{...group,readings:readings}}function findPartial(reports){const partial=new Set
for(const{report:report,counted:counted}of reports){requireFiles(report,counted)
if(listMeasured(counted).length===0)continue
for(const metric of METRICS){const isLost=isMeasured(report.declaredTotals,metric)&&!isMeasured(counted,metric)
if(isLost||report.formatMetrics?.includes(metric)===false)partial.add(metric)}}return partial}function isMeasured(totals,metric){return countOf(totals,metric).total>0}function requireFiles({declaredTotals:declaredTotals},counted){if(listMeasured(declaredTotals).length===0||listMeasured(counted).length>0)return
throw new ReportError("one of the reports has totals, but no lines of files: it cannot be united with others, nor taken in part")}function compileSelection({include:include,exclude:exclude}){const included=include.map(model_glob.SO)
const excluded=exclude.map(model_glob.SO)
const isAll=included.length===0
return path=>(isAll||(0,model_glob._I)(path,included))&&!(0,model_glob._I)(path,excluded)}function openUndecided(identities,isSelected){const settled=new Map(identities.settled)
const groups=[...identities.groups]
for(const[key,{open:open}]of identities.settled){const ways=new Set(open===undefined?[]:listPaths(open).map(isSelected))
if(open===undefined||ways.size<2)continue
settled.delete(key)
groups.push({claims:[open],settled:new Map})}return{...identities,settled:settled,groups:groups}}function selectFiles({settled:settled,groups:groups},isSelected){const selected=[...settled].filter(([,{path:path}])=>isSelected(path))
const inGroups=groups.flatMap(group=>[...listGroupPaths(group)])
if(selected.length>0||settled.size+inGroups.length===0)return selected
if(inGroups.some(isSelected))return selected
const paths=[...[...settled.values()].map(({path:path})=>path),...inGroups]
throw new ReportError(`coverage-include and coverage-exclude leave none of the ${paths.length} files in the reports (such as ${paths.slice(0,3).join(", ")})`)}function isCut({groups:groups},isSelected){return groups.some(group=>listGroupPaths(group).some(path=>!isSelected(path)))}function nameFiles(settled){const named=new Map
for(const[key,{path:path,file:file}]of settled){const project=projectOf(key)
let name=path
while(named.has(name))name=`${project}: ${name}`
named.set(name,file)}return named}function findContradictions({report:report,counted:counted}){const contradictions=[]
for(const[metric,declared]of report.declaredTotals){if(metric==="functions"||report.unusable?.has(metric)===true)continue
const body=countOf(counted,metric)
if(body.total===0)continue
if(body.covered===declared.covered&&body.total===declared.total)continue
contradictions.push(`declares ${renderCount(declared)} ${metric}, while its files list ${renderCount(body)}${explain(report)}`)}return contradictions}function renderCount(count){return`${count.covered}/${count.total}`}function explain(report){if(report.knownLoss!==undefined)return`; ${report.knownLoss}`
if(report.tool==="PHPUnit"){return"; PHPUnit lists a statement on the line of a method as the method"}if(report.tool==="Clover"){return"; Clover counts statements, of which a line can have several"}return""}function countFiles(files){const totals=new Map
for(const file of files){for(const[metric,count]of file.count()){totals.set(metric,addCounts(totals.get(metric)??NOTHING,count))}}return totals}function parseCount(text,what){const number=text===undefined?-1:readDigits(text,0,text.length)
if(number!==-1)return number
throw unusable(text,what)}function parseLineNumber(text){return checkLineNumber(parseCount(text,LINE_NUMBER))}function parseHits(text,what){const number=text===undefined?-1:readDigits(text,0,text.length)
if(number!==-1)return number
if(text!==undefined&&/^\d+(?:\.\d+)?(?:[eE]\+?\d{1,3})?$/.test(text))return Number(text)
throw unusable(text,what)}function checkWhole(value,what){if(typeof value==="number"&&Number.isSafeInteger(value)&&value>=0)return value
throw unusable(value,what)}function checkLineNumber(value){const line=checkWhole(value,LINE_NUMBER)
if(line<=MAX_LINES)return line
throw new ReportError(`has a line numbered ${line}, where ${MAX_LINES} is the limit`)}function checkCount(count,what){if(count.covered<=count.total)return count
throw new ReportError(`contradicts itself: ${count.covered} of ${count.total} ${what} cannot be covered`)}function readDigits(text,start,end){if(end<=start||end-start>15)return-1
let number=0
for(let index=start;index<end;index+=1){const digit=text.charCodeAt(index)-48
if(digit<0||digit>9)return-1
number=number*10+digit}return number}const NO_COUNT=/^(?:NaN|null|-?Infinity|-\d+(?:\.\d+)?)$/
class UnusableMetrics{#reasons=new Map
get reasons(){return this.#reasons}note(metric,reason){if(!this.#reasons.has(metric))this.#reasons.set(metric,reason)}accept(metric,values,what){const wrong=values.find(value=>NO_COUNT.test(String(value).trim()))
if(wrong===undefined)return true
this.note(metric,`states ${JSON.stringify(wrong).slice(0,40)} as ${what}`)
return false}}const LINE_NUMBER="the number of a line"
function unusable(value,what){const given=value===undefined?"nothing":JSON.stringify(value).slice(0,40)
return new ReportError(`states ${given} as ${what}, where a whole number is needed`)}class PhpUnitMethods{#memory
#methods=[]
#statements
constructor(memory){this.#memory=memory}add(line,isHit){this.#memory.charge(COST.unit)
this.#methods.push({line:line,isHit:isHit})}addMetrics(statements){this.#statements=parseCount(statements,"statements")}addLinesTo(file){const code=new Set([...file.lines.entries()].map(([line])=>line))
const methods=this.#methods.filter(({line:line})=>!code.has(line))
const missing=(this.#statements??0)-code.size
if(missing<=0)return
const short=findShort(methods,code)
const fitting=[short,methods].find(({length:length})=>length===missing)
const chosen=fitting??methods.filter(({isHit:isHit})=>!isHit)
for(const{line:line,isHit:isHit}of chosen)file.lines.add(line,isHit)}}function findShort(methods,code){const ordered=[...methods].sort((a,b)=>a.line-b.line)
const lines=[...code].sort((a,b)=>a-b)
let index=0
return ordered.filter(({line:line},place)=>{while((lines[index]??Infinity)<line)index+=1
return(lines[index]??Infinity)>(ordered[place+1]?.line??Infinity)||lines[index]===undefined})}var saxes_saxes=__webpack_require__(9800)
class XmlReader{#handlers
#saxes=new saxes_saxes.wT({xmlns:false})
#depth=0
#sinceElement=0
constructor(handlers){this.#handlers=handlers
this.#saxes.on("opentag",tag=>{this.#open(tag.name,tag.attributes)})
this.#saxes.on("closetag",tag=>{this.#close(tag.name)})
if(handlers.text!==undefined)this.#saxes.on("text",handlers.text.bind(handlers))
if(handlers.comment!==undefined)this.#saxes.on("comment",handlers.comment.bind(handlers))}write(text){this.#sinceElement+=text.length
rethrowAsReportError(()=>this.#saxes.write(text))
if(this.#sinceElement>MAX_TOKEN_CHARACTERS){throw new ReportError(`has more than ${MAX_TOKEN_CHARACTERS} characters in one piece of text or markup`)}}ignoreText(){this.#saxes.off("text")}end(){rethrowAsReportError(()=>this.#saxes.close())}#open(name,attributes){this.#sinceElement=0
this.#depth+=1
if(this.#depth>MAX_DEPTH){throw new ReportError(`has elements nested more than ${MAX_DEPTH} deep`)}this.#handlers.openElement(name,attributes,this.#depth)}#close(name){this.#handlers.closeElement(name,this.#depth)
this.#depth-=1}}function rethrowAsReportError(parse){try{parse()}catch(cause){if(!(cause instanceof Error)||cause instanceof ReportError)throw cause
throw new ReportError(`is not well-formed XML (${cause.message})`,{cause:cause})}}function requireAttribute(attributes,name){const value=attributes[name]
if(value===undefined)throw new ReportError(`has an element without its attribute ${name}`)
return value}function readXmlHead(head){const elements=[]
const saxes=new saxes_saxes.wT({xmlns:false})
saxes.on("error",()=>undefined)
saxes.on("opentag",({name:name,attributes:attributes})=>elements.push({name:name,attributes:attributes}))
saxes.write(head)
const[root,firstChild]=elements
if(root===undefined)return undefined
return{root:root.name,attributes:root.attributes,firstChild:firstChild?.name}}const clover={name:"clover",detect(head){const xml=readXmlHead(head)
if(xml?.root!=="coverage")return false
return"clover"in xml.attributes||"generated"in xml.attributes||xml.firstChild==="project"},createParser:memory=>new CloverParser(memory)}
const clover_METRICS=[["lines","statements"],["branches","conditionals"],["functions","methods"]]
class CloverParser{#xml=new XmlReader(this)
#memory
#files
#unusable=new UnusableMetrics
#declared=new Map
#hasProject=false
#isIstanbul=false
#isTestCode=false
#isPhpUnit=true
#file
#methods
constructor(memory){this.#memory=memory
this.#files=new FileSet(memory)
this.#methods=new PhpUnitMethods(memory)}write(text){this.#xml.write(text)}end(){this.#xml.end()
return{tool:this.#nameTool(),mainMetric:"lines",declaredTotals:this.#declared,unusable:this.#unusable.reasons,files:this.#files.byPath()}}openElement(name,attributes,depth){if(depth===1)this.#isPhpUnit=!("clover"in attributes)
else if(name==="testproject")this.#isTestCode=true
else if(this.#isTestCode)return
else if(name==="line")this.#addLine(attributes)
else if(name==="file")this.#openFile(attributes)
else if(name==="metrics"&&depth===3)this.#addTotals(attributes)
else if(name==="metrics"&&this.#isPhpUnit)this.#methods.addMetrics(attributes["statements"])
else if(name==="project")this.#openProject(attributes)}closeElement(name){if(name==="testproject")this.#isTestCode=false
else if(name==="file")this.#closeFile()}#openProject(attributes){if(this.#hasProject)throw new ReportError("has the element project twice")
this.#hasProject=true
this.#isIstanbul=attributes["name"]==="All files"}#openFile(attributes){this.#file=this.#files.open(attributes["path"]??requireAttribute(attributes,"name"))
this.#methods=new PhpUnitMethods(this.#memory)}#closeFile(){if(this.#file!==undefined)this.#methods.addLinesTo(this.#file)
this.#file=undefined}#addTotals(attributes){if(this.#declared.size>0)throw new ReportError("has the metrics of the project twice")
for(const[metric,name]of clover_METRICS){const texts=[attributes[`covered${name}`],attributes[name]]
if(metric!=="lines"&&!this.#unusable.accept(metric,texts,name))continue
const covered=parseCount(texts[0],`covered${name}`)
const count={covered:covered,total:parseCount(texts[1],name)}
this.#declared.set(metric,checkCount(count,name))}}#addLine(attributes){if(this.#file===undefined)return
const line=parseLineNumber(attributes["num"])
const{type:type,count:count}=attributes
if(type==="method"){this.#addMethod(this.#file,line,attributes)
return}if(count!==undefined)this.#file.lines.add(line,isLineHit(count))
if(type!=="cond")return
const{truecount:truecount,falsecount:falsecount}=attributes
if(!this.#unusable.accept("branches",[truecount,falsecount],"ways of a condition"))return
this.#file.branches.tallies.add(line,this.#parseCondition(attributes))}#addMethod(file,line,{name:name="",count:count}){const isHit=isLineHit(count)
file.functions.named.add(line,name,isHit)
if(this.#isPhpUnit)this.#methods.add(line,isHit)}#parseCondition({truecount:truecount,falsecount:falsecount}){const yes=parseHits(truecount,"truecount")
const no=parseHits(falsecount,"falsecount")
if(this.#isIstanbul)return{covered:yes,total:yes+no}
return{covered:Number(yes>0)+Number(no>0),total:2}}#nameTool(){if(this.#isIstanbul)return"Istanbul"
return this.#isPhpUnit?"PHPUnit":"Clover"}}function isLineHit(count){return parseHits(count,"the count of a line")>0}const MAX_REMEMBERED=4096
class ConditionParser{#remembered=new Map
parse(condition,missing){const key=missing===undefined?condition:`${condition} ${missing}`
const known=this.#remembered.get(key)
if(known!==undefined)return known
const tally=parseCondition(condition,missing)
if(this.#remembered.size<MAX_REMEMBERED)this.#remembered.set(copyString(key),tally)
return tally}}function parseCondition(condition,missing){const pair=/\((\d{1,9})\/(\d{1,9})\)/.exec(condition)
if(pair===null)return undefined
const count=checkCount({covered:Number(pair[1]),total:Number(pair[2])},"branches of a line")
if(missing===undefined)return count
return{...count,missing:missing.split(",").map(branch=>copyString(branch.trim()))}}const cobertura={name:"cobertura",detect(head){const xml=readXmlHead(head)
if(xml?.root!=="coverage")return false
return!("generated"in xml.attributes||"clover"in xml.attributes)&&xml.firstChild!=="project"},createParser:memory=>new CoberturaParser(memory)}
const ISTANBUL_VERSION="0.1"
const TOOLS=new Map([[ISTANBUL_VERSION,"Istanbul"],["0.4","PHPUnit"]])
const LOSSES=new Map([["coverage.py","coverage.py drops a file when two source roots hold the same relative path"],["gcovr","gcovr drops a file when two names differ only in punctuation"],["PHPUnit","PHPUnit leaves out code that is in no class or function"]])
const ISTANBUL_CURE="Istanbul does not escape file names in this format (istanbuljs#857): use its lcov or json-summary reporter"
class CoberturaParser{#xml=new XmlReader(this)
#files
#conditions=new ConditionParser
#sources=[]
#unusable=new UnusableMetrics
#repeats=new RepeatedLines
#root={}
#isCoveragePy=false
#source
#file
#isInMethods=false
constructor(memory){this.#files=new FileSet(memory)}write(text){this.#explain(()=>{this.#xml.write(text)})}end(){this.#explain(()=>{this.#xml.end()})
const declared=parseRootTotals(this.#root,this.#unusable)
const[lost]=this.#unusable.reasons.values()
if(this.#isCoveragePy&&lost!==undefined)throw new ReportError(lost)
const hasBranches=countOf(declared,"branches").total>0||hasBranchRate(this.#root)
const isCombined=this.#isCoveragePy&&hasBranches
const tool=nameTool(this.#root,this.#isCoveragePy)
const knownLoss=this.#repeats.explain(declared)??LOSSES.get(tool.replace(/ .*/,""))
return{tool:tool,mainMetric:isCombined?"combined":"lines",declaredTotals:declared,unmeasured:this.#isCoveragePy&&!hasBranches?["branches"]:[],unusable:this.#unusable.reasons,knownLoss:knownLoss,sources:this.#sources,files:this.#files.byPath()}}openElement(name,attributes,depth){if(name==="line")this.#addLine(attributes)
else if(depth===1)this.#root=attributes
else if(name==="class")this.#openClass(attributes)
else if(name==="methods")this.#isInMethods=true
else if(name==="source")this.#source=""}closeElement(name){if(name==="class")this.#file=undefined
else if(name==="methods")this.#isInMethods=false
else if(name==="source")this.#closeSource()
else if(name==="sources")this.#xml.ignoreText()}text(text){if(this.#source!==undefined)this.#source+=text}comment(text){if(text.includes("Generated by coverage.py"))this.#isCoveragePy=true}#openClass(attributes){this.#file=this.#files.open(requireAttribute(attributes,"filename"))}#addLine(attributes){if(this.#file===undefined||this.#isInMethods)return
const line=parseLineNumber(attributes["number"])
const isHit=parseHits(attributes["hits"],"the hits of a line")>0
this.#repeats.add(isHit)
this.#file.lines.add(line,isHit)
const condition=attributes["condition-coverage"]
if(condition===undefined)return
const tally=this.#conditions.parse(condition,attributes["missing-branches"])
if(tally!==undefined)this.#file.branches.tallies.add(line,tally)
else if(/\((?:.*NaN|-|.*\/-)/.test(condition))this.#unusable.note("branches",`states ${condition.slice(0,40)} of the branches of a line`)}#closeSource(){const source=this.#source?.trim()
if(source!==undefined&&source!=="")this.#sources.push(source)
this.#source=undefined}#explain(read){try{read()}catch(cause){if(!(cause instanceof ReportError)||this.#root["version"]!==ISTANBUL_VERSION)throw cause
throw new ReportError(`${cause.message}; ${ISTANBUL_CURE}`,{cause:cause})}}}class RepeatedLines{#covered=0
#total=0
add(isHit){this.#total+=1
if(isHit)this.#covered+=1}explain(declared){const{covered:covered,total:total}=countOf(declared,"lines")
if(total===0||covered!==this.#covered||total!==this.#total)return undefined
return"the total has a line once for each function that it is in, such as the instantiations of a template, and the files have it once"}}function hasBranchRate({"branch-rate":rate="0"}){return Number(rate)>0}function nameTool(root,isCoveragePy){const{version:version=""}=root
if(isCoveragePy)return`coverage.py ${version}`.trim()
if(version.startsWith("gcovr"))return version
if(version==="1.9")return"complexity"in root?"Cobertura":"coverlet"
return TOOLS.get(version)??"Cobertura"}function parseRootTotals(root,unusable){const totals=new Map
for(const metric of["lines","branches"]){const covered=root[`${metric}-covered`]
const total=root[`${metric}-valid`]
if(covered===undefined||total===undefined)continue
if(metric==="branches"&&!unusable.accept(metric,[covered,total],"branches"))continue
const count={covered:parseCount(covered,`${metric}-covered`),total:parseCount(total,`${metric}-valid`)}
totals.set(metric,checkCount(count,metric))}return totals}const STRING_OR_KEY=/"[^"\\]*(?:\\[^][^"\\]*)*"(?<colon>\s*:)?/g
function countWrittenKeys(text){let keys=0
for(const{groups:groups}of text.matchAll(STRING_OR_KEY))if(groups?.["colon"]!==undefined)keys+=1
return keys}function countKeys(value){if(typeof value!=="object"||value===null)return 0
const members=Object.values(value)
let keys=Array.isArray(value)?0:members.length
for(const member of members)keys+=countKeys(member)
return keys}const STRING=/"[^"\\]*(?:\\[^][^"\\]*)*"/y
const SPACE=/[ \t\n\r]*/y
const SCALAR=/[^\s,:"{}[\]]+(?=[\s,:"{}[\]])/y
const PLAIN=/[^"{}[\]]*/y
class JsonReader{#handlers
#memory
#around=[]
#seen=new Set
#expectation="value"
#depth=0
#key=""
#text=""
#index=0
#isInString=false
#part=[]
#partLength=0
#partDepth=0
constructor(handlers,memory){this.#handlers=handlers
this.#memory=memory}write(text){this.#text=this.#text.slice(this.#index)+text
this.#index=0
if(!this.#isInString||text.includes('"'))while(this.#step());this.#isInString=this.#text[this.#index]==='"'
if(this.#partLength+this.#text.length-this.#index>MAX_TOKEN_CHARACTERS){throw new ReportError(`has a value of more than ${MAX_TOKEN_CHARACTERS} characters`)}}end(){if(this.#expectation!=="nothing")throw invalid("it ends too early")}#step(){if(this.#partDepth>0)return this.#stepThroughPart()
this.#match(SPACE)
const character=this.#text[this.#index]
if(character===undefined)return false
switch(this.#expectation){case"value":return this.#startValue(character)
case"first-key":return character==="}"?this.#closeContainer():this.#readKey(character)
case"key":return this.#readKey(character)
case"colon":return this.#readMark(character,":","value")
case"comma":return character==="}"?this.#closeContainer():this.#readMark(character,",","key")
case"nothing":throw invalid("something follows its end")}}#startValue(character){if(character==="{"&&this.#handlers.isContainer(this.#path())){this.#around.splice(0,Infinity,...this.#path())
this.#depth+=1
return this.#readMark(character,"{","first-key")}if(this.#depth===0)throw invalid("it is not an object")
if(character==="{"||character==="[")return this.#stepThroughPart()
const scalar=this.#match(character==='"'?STRING:SCALAR)
if(scalar!=="")this.#givePart(scalar)
return scalar!==""||this.#awaitMore(character)}#stepThroughPart(){const start=this.#index
do{this.#match(PLAIN)
const character=this.#text[this.#index]
if(character===undefined)break
if(character==='"'){if(this.#match(STRING)==="")break}else{this.#index+=1
this.#countDepth(character)}}while(this.#partDepth>0)
const text=this.#text.slice(start,this.#index)
this.#part.push(text)
this.#partLength+=text.length
if(this.#partDepth>0)return false
const part=this.#part.join("")
this.#part=[]
this.#partLength=0
this.#givePart(part)
return true}#path(){return this.#depth===0?[]:[...this.#around,this.#key]}#countDepth(bracket){this.#partDepth+=bracket==="{"||bracket==="["?1:-1
if(this.#partDepth+this.#depth>MAX_DEPTH){throw new ReportError(`has values nested more than ${MAX_DEPTH} deep`)}}#givePart(text){const value=parseJson(text)
if(countWrittenKeys(text)!==countKeys(value)){throw invalid(`an object in ${JSON.stringify(this.#path()).slice(0,80)} has a key twice`)}this.#handlers.takePart(this.#key,value,this.#around)
this.#expectation="comma"}#readKey(character){if(character!=='"')throw invalid(`a key is expected, not ${character}`)
const text=this.#match(STRING)
if(text==="")return false
this.#key=String(parseJson(text))
const path=JSON.stringify(this.#path())
if(this.#seen.has(path))throw invalid(`it has ${path.slice(0,80)} twice`)
this.#memory.charge(COST.name+path.length)
this.#seen.add(path)
this.#expectation="colon"
return true}#readMark(character,mark,next){if(character!==mark)throw invalid(`${mark} is expected, not ${character}`)
this.#index+=1
this.#expectation=next
return true}#closeContainer(){this.#index+=1
this.#depth-=1
this.#around.pop()
this.#expectation=this.#depth===0?"nothing":"comma"
return true}#awaitMore(character){if(/[,:\]}]/.test(character))throw invalid(`a value is expected, not ${character}`)
return false}#match(pattern){pattern.lastIndex=this.#index
if(!pattern.test(this.#text))return""
const start=this.#index
this.#index=pattern.lastIndex
return this.#text.slice(start,this.#index)}}function parseJson(text){try{return JSON.parse(text)}catch(cause){throw new ReportError(`is not valid JSON: ${JSON.stringify(text.slice(0,40))}`,{cause:cause})}}function invalid(reason){return new ReportError(`is not valid JSON: ${reason}`)}function asObject(value,what){if((0,json.O)(value))return value
throw new ReportError(`has no ${what}, where an object is needed`)}function asArray(value,what){if(Array.isArray(value))return value
throw new ReportError(`has no ${what}, where a list is needed`)}function jsonFormat(format){return{name:format.name,detect:head=>format.detect(readJsonKeys(head)),createParser:memory=>createParser(format.createReport(memory),memory)}}function createParser(report,memory){const reader=new JsonReader(report,memory)
return{write(text){reader.write(text)},end(){reader.end()
return report.finish()}}}const TOKEN=/"[^"\\]*(?:\\.[^"\\]*)*"(?:\s*:)?|[{}[\]]/g
const KEY_DEPTH=3
function readJsonKeys(head){const keys=[]
if(!/^\s*\{/.test(head))return keys
const path=[]
let depth=0
for(const[token]of head.matchAll(TOKEN)){if(token==="{"||token==="[")depth+=1
else if(token==="}"||token==="]")depth-=1
else if(token.endsWith(":")&&depth<=KEY_DEPTH){path.splice(depth-1,Infinity,token.slice(1,token.lastIndexOf('"')))
keys.push([...path])}}return keys}const coveragePyJson=jsonFormat({name:"coverage-py-json",detect:keys=>keys.some(([first,second])=>first==="meta"&&second==="branch_coverage"),createReport:memory=>new CoveragePyReport(memory)})
class CoveragePyReport{#files
#version=""
#hasBranches=false
#totals
constructor(memory){this.#files=new FileSet(memory)}isContainer(path){return path.length===0||path.length===1&&path[0]==="files"}takePart(key,value,around){if(around.length>0)this.#addFile(key,asObject(value,key))
else if(key==="totals")this.#totals=parseTotals(asObject(value,key))
else if(key==="meta")this.#addMeta(asObject(value,key))}finish(){if(this.#totals===undefined)throw new ReportError("has no totals")
return{tool:`coverage.py ${this.#version}`,mainMetric:this.#hasBranches?"combined":"lines",declaredTotals:this.#totals,unmeasured:this.#hasBranches?[]:["branches"],files:this.#files.byPath()}}#addMeta(meta){this.#version=String(meta["version"])
this.#hasBranches=meta["branch_coverage"]===true}#addFile(path,report){const file=this.#files.open(path)
for(const covered of[true,false]){const[lines,branches]=covered?["executed_lines","executed_branches"]:["missing_lines","missing_branches"]
for(const line of asArray(report[lines],lines)){if(line!==0)file.lines.add(checkLineNumber(line),covered)}for(const arc of asArray(report[branches]??[],branches)){const[from,to]=asArray(arc,"branch")
file.branches.named.add(checkLineNumber(from),String(to),covered)}}}}function parseTotals(totals){const counts=new Map
const lines={covered:totals["covered_lines"],total:totals["num_statements"]}
counts.set("lines",parseTotal(lines,"lines"))
const branches={covered:totals["covered_branches"],total:totals["num_branches"]}
if(branches.total!==undefined)counts.set("branches",parseTotal(branches,"branches"))
return counts}function parseTotal(count,what){const covered=checkWhole(count.covered,`covered ${what}`)
return checkCount({covered:covered,total:checkWhole(count.total,`number of ${what}`)},what)}const go={name:"go",detect:head=>/^\s*mode: (?:set|count|atomic)\s/.test(`${head}\n`),createParser:memory=>new GoParser(memory)}
class GoParser{#files
#unusable=new UnusableMetrics
#splitter=new LineSplitter((text,start,end)=>{this.#addLine(text.slice(start,end))})
constructor(memory){this.#files=new FileSet(memory)}write(text){this.#splitter.write(text)}end(){this.#splitter.end()
return{tool:"Go",mainMetric:"statements",declaredTotals:new Map,unusable:this.#unusable.reasons,pathsFrom:"module",files:this.#files.byPath()}}#addLine(text){if(text.startsWith("mode:"))return
const[block,count]=cutLast(text.trimEnd()," ")
const[place,statements]=cutLast(block," ")
const[path,range]=cutLast(place,":")
const[start,end]=cutFirst(range,",")
const[line,column]=cutFirst(start,".")
const[endLine]=cutFirst(end,".")
const first=parseLineNumber(line)
const last=parseLineNumber(endLine)
const isCovered=parseHits(count,"the count of a block")>0
const weight=checkWeight(parseCount(statements,"the statements of a block"))
const file=this.#files.open(path)
file.statements.add(first,`${column},${end}`,isCovered,weight)
if(last<first)this.#leaveOutLines(path,file)
else if(weight>0)file.addRange(first,last,isCovered)}#leaveOutLines(path,file){file.forgetLines()
this.#unusable.note("lines",`has blocks of ${path.slice(0,200)} that end before they start, as //line directives make them`)}}function checkWeight(statements){if(statements<=MAX_WEIGHT)return statements
throw new ReportError(`has a block of ${statements} statements, where ${MAX_WEIGHT} is the limit`)}const istanbulFinal=jsonFormat({name:"istanbul-final",detect:keys=>keys.some(([,second,third])=>isMarker(second)||second==="data"&&isMarker(third)),createReport:memory=>new IstanbulFinal(memory)})
function isMarker(key){return key==="statementMap"||key==="fnMap"}class IstanbulFinal{#files
#unusable=new UnusableMetrics
constructor(memory){this.#files=new FileSet(memory)}isContainer(path){return path.length===0}takePart(name,value){const outer=asObject(value,name)
const report=(0,json.O)(outer["data"])?outer["data"]:outer
const file=this.#files.open(name)
addStatements(file,report)
addFunctions(file,report,this.#unusable)
addBranches(file,report,this.#unusable)}finish(){return{tool:"Istanbul",mainMetric:"lines",declaredTotals:new Map,unusable:this.#unusable.reasons,files:this.#files.byPath()}}}class Places{#met=new Map
name({line:line,name:name}){const place=`${line}.${name}`
const before=this.#met.get(place)??0
this.#met.set(place,before+1)
return before===0?name:`${name} ${before}`}}function addStatements(file,report){const statements=asObject(report["statementMap"],"statementMap")
const hits=asObject(report["s"],"s")
const lost=findLost(statements,hits)
if(lost!==undefined)throw new ReportError(lost)
const places=new Places
for(const[id,value]of Object.entries(hits)){const place=parsePlace(statements[id])
const isHit=checkWhole(value,"the hits of a statement")>0
file.lines.add(place.line,isHit)
file.statements.add(place.line,places.name(place),isHit)}}function addFunctions(file,report,unusable){const functions=asObject(report["fnMap"],"fnMap")
const hits=asObject(report["f"],"f")
const lost=findLost(functions,hits)
if(lost!==undefined)unusable.note("functions",lost)
const places=new Places
for(const[id,value]of Object.entries(hits)){const what="the hits of a function"
if(!unusable.accept("functions",[value],what))continue
const place=findEntryPlace(functions[id],id)
file.functions.named.add(place.line,places.name(place),checkWhole(value,what)>0)}}function addBranches(file,report,unusable){const branches=asObject(report["branchMap"],"branchMap")
const hits=asObject(report["b"],"b")
const lost=findLost(branches,hits)
if(lost!==undefined)unusable.note("branches",lost)
const places=new Places
for(const[id,value]of Object.entries(hits)){const ways=asArray(value,"ways of a branch")
const what="the hits of a branch"
if(!unusable.accept("branches",ways,what))continue
const branch=branches[id]
const{line:line,name:name}=findEntryPlace(branch,id)
const type=(0,json.O)(branch)?String(branch["type"]):""
const place=places.name({line:line,name:`${name} ${type}`})
for(const[index,way]of ways.entries()){file.branches.named.add(line,`${place} ${index}`,checkWhole(way,what)>0)}}}function findLost(map,hits){const id=Object.keys(map).find(key=>!Object.hasOwn(hits,key))
return id===undefined?undefined:`has no hits of what a map lists as ${id.slice(0,40)}`}function findEntryPlace(entry,id){const loc=(0,json.O)(entry)?entry["loc"]:undefined
return(0,json.O)(loc)?parsePlace(loc):{line:0,name:`id ${id}`}}function parsePlace(value){const{start:start,end:end}=asObject(value,"place in a map")
const from=asObject(start,"start")
const to=asObject(end,"end")
const name=`${String(from["column"])}-${String(to["line"])}.${String(to["column"])}`
return{line:checkLineNumber(from["line"]),name:name}}const istanbulSummary=jsonFormat({name:"istanbul-summary",detect:([first,second])=>first?.[0]==="total"&&second?.[0]==="total"&&istanbul_summary_METRICS.some(name=>name===second[1]),createReport:memory=>new IstanbulSummary(memory)})
const istanbul_summary_METRICS=["lines","statements","functions","branches"]
class IstanbulSummary{#files
#unusable=new UnusableMetrics
#total
constructor(memory){this.#files=new FileSet(memory)}isContainer(path){return path.length===0}takePart(name,value){const counts=this.#parseCounts(asObject(value,name))
if(name==="total")this.#total=counts
else this.#files.open(name).fileTotals=counts}finish(){if(this.#total===undefined)throw new ReportError("has no total")
return{tool:"Istanbul",mainMetric:"lines",declaredTotals:this.#total,unusable:this.#unusable.reasons,files:this.#files.byPath()}}#parseCounts(counts){const totals=new Map
for(const metric of istanbul_summary_METRICS){const{covered:covered,total:total}=asObject(counts[metric],metric)
const isUsable=metric==="lines"||this.#unusable.accept(metric,[covered,total],metric)
if(!isUsable)continue
const count={covered:checkWhole(covered,metric),total:checkWhole(total,metric)}
totals.set(metric,checkCount(count,metric))}return totals}}const jacoco={name:"jacoco",detect:head=>readXmlHead(head)?.root==="report",createParser:memory=>new JacocoParser(memory)}
const jacoco_METRICS=new Map([["INSTRUCTION","instructions"],["BRANCH","branches"],["LINE","lines"],["METHOD","functions"]])
class JacocoParser{#xml=new XmlReader(this)
#files
#declared=new Map
#project
#groups=[]
#package=""
#file
#fileCounters=new Map
#isCountsOnly=false
#class={}
#method
constructor(memory){this.#files=new FileSet(memory)}write(text){this.#xml.write(text)}end(){this.#xml.end()
const isOfGcovr=this.#project==="GCOVR report"
return{tool:isOfGcovr?"gcovr":"JaCoCo",mainMetric:isOfGcovr?"lines":"instructions",declaredTotals:this.#declared,project:isOfGcovr?undefined:this.#project,pathsFrom:"package",files:this.#files.byPath()}}openElement(name,attributes,depth){if(name==="line")this.#addLine(attributes)
else if(name==="counter")this.#addCounter(attributes,depth)
else if(name==="method")this.#method=attributes
else if(name==="class")this.#class=attributes
else if(name==="sourcefile")this.#file=this.#openFile(requireAttribute(attributes,"name"))
else if(depth===1)this.#project=attributes["name"]
else if(name==="package")this.#package=requireAttribute(attributes,"name")
else if(name==="group")this.#groups.push(requireAttribute(attributes,"name"))}closeElement(name){if(name==="method")this.#method=undefined
else if(name==="sourcefile")this.#closeFile()
else if(name==="group")this.#groups.pop()}#openFile(name){const sourceName=normalisePath(this.#package===""?name:`${this.#package}/${name}`)
const file=this.#files.open([...this.#groups,sourceName].join("/"))
file.sourceName=sourceName
return file}#addLine(attributes){if(this.#file===undefined)return
const line=parseLineNumber(attributes["nr"])
const{ci:ci,mi:mi,cb:cb,mb:mb}=attributes
if(ci===undefined&&mi===undefined){this.#isCountsOnly=true
return}const instructions=parseTally(ci,mi)
const branches=parseTally(cb,mb)
this.#file.lines.add(line,instructions.covered>0)
this.#file.instructions.add(line,instructions)
if(branches.total>0)this.#file.branches.tallies.add(line,branches)}#closeFile(){if(this.#file!==undefined&&this.#isCountsOnly){if(this.#file.fileTotals!==undefined){throw new ReportError("counts a file twice without what was covered of its lines")}if(this.#fileCounters.size===0){throw new ReportError("has lines of a file without what was covered of them")}this.#file.fileTotals=this.#fileCounters}this.#file=undefined
this.#isCountsOnly=false
this.#fileCounters=new Map}#addCounter(attributes,depth){const metric=jacoco_METRICS.get(attributes["type"])
if(metric===undefined)return
const count=parseTally(attributes["covered"],attributes["missed"])
if(depth===2)this.#declare(metric,count)
if(this.#file!==undefined)this.#fileCounters.set(metric,count)
if(metric==="functions"&&this.#method!==undefined)this.#addMethod(this.#method,count)}#declare(metric,count){if(this.#declared.has(metric))throw new ReportError(`has its total of ${metric} twice`)
this.#declared.set(metric,count)}#addMethod(method,count){const source=this.#class["sourcefilename"]
if(source===undefined)return
const name=["name","desc"].map(part=>requireAttribute(method,part)).join("")
const qualified=`${requireAttribute(this.#class,"name")}.${name}`
this.#openFile(source).functions.named.add(0,qualified,count.covered>0)}}function parseTally(covered,missed){const count=parseCount(covered,"a covered counter")
return{covered:count,total:count+parseCount(missed,"a missed counter")}}class LcovFunctions{#memory
#byName=new Map
#byIndex=new Map
#charged=0
constructor(memory){this.#memory=memory}get isEmpty(){return this.#byName.size+this.#byIndex.size===0}addStart(line,rest){this.#open(rest.replace(/^\d+,(?=.)/,"")).lines.push(parseLineNumber(line))}addHits(hits,name){this.#open(name).hits.push(isHit(hits))}addNumbered(index,rest){const[line]=cutFirst(rest,",")
this.#charge(COST.name)
this.#byIndex.set(index,{line:parseLineNumber(line),isHit:false})}addAlias(index,rest){const[hits]=cutFirst(rest,",")
const numbered=this.#byIndex.get(index)
if(numbered===undefined)parseLineNumber(undefined)
else numbered.isHit||=isHit(hits)}close(file,found){this.#memory.charge(-this.#charged)
for(const[name,namesakes]of this.#byName){const isOne=countNamesakes(namesakes)===1||found===this.#byName.size
if(isOne)addOne(file,name,namesakes)
else addEach(file,name,namesakes)}const order=new Map
for(const{line:line,isHit:ran}of this.#byIndex.values()){const before=order.get(line)??0
order.set(line,before+1)
file.functions.named.add(line,before===0?"":`#${before}`,ran)}}#open(name){const known=this.#byName.get(name)
this.#charge(COST.unit)
if(known!==undefined)return known
this.#charge(COST.name)
const namesakes={lines:[],hits:[]}
this.#byName.set(name,namesakes)
return namesakes}#charge(cost){this.#charged+=cost
this.#memory.charge(cost)}}function countNamesakes({lines:lines,hits:hits}){return lines.length===0?hits.length:lines.length}function addOne(file,name,{lines:lines,hits:hits}){file.functions.named.add(lines[0]??0,name,hits.includes(true))}function addEach(file,name,{lines:lines,hits:hits}){const order=new Map
const starts=lines.length===0?hits.map(()=>0):lines
for(const[index,line]of starts.entries()){const before=order.get(line)??0
order.set(line,before+1)
const ran=index<starts.length-1?[hits[index]]:hits.slice(index)
file.functions.named.add(line,before===0?name:`${name} #${before}`,ran.includes(true))}}function isHit(hits){return parseHits(hits,"the hits of a function")>0}const FOUND_AND_HIT=[["LF","LH","lines"],["BRF","BRH","branches"],["FNF","FNH","functions"]]
const END_OF_RECORD="end_of_record"
const END=/^end_of_record(?:\s*$|(?=(?:SF|TN):))/
const TAKEN="how often a branch was taken"
const JOINED=/SF:(?:[^:\s]*[\\/.]|[^:\s)\]]+$)/
class LcovRecord{#file
#unusable
#functions
#stated=new Map
#bazelBranches=new Map
#linesBefore
#entries=0
constructor(file,memory,unusable){this.#file=file
this.#unusable=unusable
this.#functions=new LcovFunctions(memory)
this.#linesBefore=file.lines.count().total}add(text,start,end){if(text.startsWith("DA:",start))this.#addLine(text,start+3,end)
else if(text.startsWith("BRDA:",start))this.#addBranch(text,start+5,end)
else return this.#addOther(text.slice(start,end))
return true}get listedLines(){return this.#file.lines.count()}get statedLines(){const total=this.#stated.get("LF")
const covered=this.#stated.get("LH")
return total===undefined||covered===undefined?undefined:{covered:covered,total:total}}noteRepeat(){const{total:total}=this.#file.lines.count()
this.#file.isRepeated=true
this.#file.isRepeatedUnlike||=total!==this.#linesBefore||this.#entries<total}#addLine(text,start,end){this.#entries+=1
const comma=text.indexOf(",",start)
const line=readDigits(text,start,comma)
const hits=readDigits(text,comma+1,end)
if(line===-1||hits===-1)this.#addUnusualLine(text.slice(start,end))
else this.#file.lines.add(line,hits>0)}#addUnusualLine(entry){const[line,rest]=cutFirst(entry,",")
const[hits,checksum]=cutFirst(rest,",")
if(checksum.includes(":"))throw refuseCut(entry)
this.#file.lines.add(parseLineNumber(line),parseHits(hits,"the hits of a line")>0)}#addBranch(text,start,end){const comma=text.indexOf(",",start)
const last=text.lastIndexOf(",",end-1)
const line=readDigits(text,start,comma)
const isNever=last===end-2&&text.endsWith("-",end)
const taken=isNever?0:readDigits(text,last+1,end)
if(line===-1||line>MAX_LINES||taken===-1)this.#addUnusualBranch(text.slice(start,end))
else this.#file.branches.named.add(line,text.slice(comma+1,last),taken>0)}#addUnusualBranch(entry){const[line,rest]=cutFirst(entry,",")
const[name,taken]=cutLast(rest,",")
const number=parseLineNumber(line)
if(!this.#unusable.accept("branches",[taken],TAKEN))return
const hits=parseHits(taken,TAKEN)
this.#file.branches.named.add(number,name,hits>0)}#addBazelBranch(number,value){const line=parseLineNumber(number)
const taken=parseCount(value.trim(),TAKEN)
const before=this.#bazelBranches.get(line)??0
this.#bazelBranches.set(line,before+1)
this.#file.branches.named.add(line,`BA ${before}`,taken>1)}#addOther(entry){if(END.test(entry))return this.#close()
if(!/^(?:#|\s*$)/.test(entry))this.#addRare(entry)
return true}#addRare(entry){const[keyword,value]=cutFirst(entry,":")
if(/(?:SF|TN)$/.test(keyword)||entry.startsWith(END_OF_RECORD))throw refuseCut(entry)
const[first,rest]=cutFirst(value,",")
if(keyword.startsWith("FN")&&JOINED.test(rest))throw refuseCut(entry)
if(keyword==="FN")this.#functions.addStart(first,rest)
else if(keyword==="FNDA")this.#functions.addHits(first,rest)
else if(keyword==="FNL")this.#functions.addNumbered(first,rest)
else if(keyword==="FNA")this.#functions.addAlias(first,rest)
else if(keyword==="BA")this.#addBazelBranch(first,rest)
else if(/^(?:LF|LH|BRF|BRH|FNF|FNH)$/.test(keyword)){this.#stated.set(keyword,parseCount(value.trim(),keyword))}else if(!entry.includes(":")){throw new ReportError(`has ${JSON.stringify(entry.slice(0,40))} inside of a record`)}}#close(){for(const[found,hit,what]of FOUND_AND_HIT){const total=this.#stated.get(found)
const covered=this.#stated.get(hit)
if(total!==undefined&&covered!==undefined)checkCount({covered:covered,total:total},what)}const total=this.#stated.get("FNF")??0
const covered=this.#stated.get("FNH")
if(this.#functions.isEmpty&&total>0&&covered!==undefined){this.#file.functions.tallies.add(0,{covered:covered,total:total})}this.#functions.close(this.#file,this.#stated.get("FNF"))
return false}}function refuseCut(entry){return new ReportError(`has ${JSON.stringify(entry.slice(0,40))} inside of a record: it was cut or joined, and lacks an end_of_record`)}class StatedLines{#stated=NOTHING
#listed=NOTHING
#isComparable=true
add(record,isFirst){const stated=record.statedLines
this.#isComparable&&=isFirst&&stated!==undefined
if(stated===undefined)return
this.#stated=addCounts(this.#stated,stated)
this.#listed=addCounts(this.#listed,record.listedLines)}listWarnings(){const[stated,listed]=[this.#stated,this.#listed]
const isSame=stated.covered===listed.covered&&stated.total===listed.total
if(!this.#isComparable||isSame)return[]
return[`states ${stated.covered}/${stated.total} lines (LH, LF), while its entries list ${listed.covered}/${listed.total} (DA), which count; cargo-llvm-cov is known to count the two otherwise`]}}const lcov={name:"lcov",detect:head=>/^\s*(?:#[^\n]*\n\s*)*(?:TN|SF):/.test(head),createParser:memory=>new LcovParser(memory)}
class LcovParser{#memory
#files
#unusable=new UnusableMetrics
#statedLines=new StatedLines
#splitter=new LineSplitter((text,start,end)=>{this.#addLine(text,start,end)})
#record
#isFirst=true
constructor(memory){this.#memory=memory
this.#files=new FileSet(memory)}write(text){this.#splitter.write(text)}end(){this.#splitter.end()
if(this.#record!==undefined)throw new ReportError("ends inside a record (end_of_record is missing)")
return{tool:"LCOV",mainMetric:"lines",declaredTotals:new Map,unusable:this.#unusable.reasons,warnings:this.#statedLines.listWarnings(),files:this.#files.byPath()}}#addLine(text,start,end){if(this.#record===undefined)this.#addOutside(text.slice(start,end))
else if(!this.#record.add(text,start,end)){this.#closeRecord(this.#record)
const next=text.slice(start+END_OF_RECORD.length,end).trim()
if(next!=="")this.#addOutside(next)}}#addOutside(line){if(line.startsWith("SF:")){const name=line.slice(3)
if(name.includes("SF:"))throw refuseCut(line)
this.#isFirst=!this.#files.has(name)
this.#record=new LcovRecord(this.#files.open(name),this.#memory,this.#unusable)}else if(!/^(?:TN:|VER:|#|\s*$)/.test(line)){throw new ReportError(`has ${JSON.stringify(line.slice(0,40))} outside of a record`)}}#closeRecord(record){this.#statedLines.add(record,this.#isFirst)
if(!this.#isFirst)record.noteRepeat()
this.#record=undefined}}const opencover={name:"opencover",detect:head=>readXmlHead(head)?.root==="CoverageSession",createParser:memory=>new OpenCoverParser(memory)}
const HIDDEN_LINE=16707566
class OpenCoverParser{#xml=new XmlReader(this)
#memory
#files
#paths=new Map
#method=new MethodState
#summary={}
#skippedDepth=Infinity
constructor(memory){this.#memory=memory
this.#files=new FileSet(memory)}write(text){this.#xml.write(text)}end(){this.#xml.end()
return{tool:"OpenCover",mainMetric:"lines",declaredTotals:parseSummaryTotals(this.#summary),files:this.#files.byPath()}}openElement(name,attributes,depth){if(depth>this.#skippedDepth)return
if("skippedDueTo"in attributes)this.#skippedDepth=depth
else if(name==="SequencePoint")this.#addSequencePoint(attributes)
else if(name==="BranchPoint")this.#addBranchPoint(attributes)
else if(name==="Method")this.#method.open(attributes)
else if(name==="FileRef")this.#addMethod(requireAttribute(attributes,"uid"))
else if(name==="File")this.#addFile(attributes)
else if(name==="Summary"&&depth===2)this.#summary=attributes}closeElement(name,depth){if(depth===this.#skippedDepth)this.#skippedDepth=Infinity
this.#method.closeElement(name)}text(text){this.#method.text=text}#addFile(attributes){this.#memory.charge(COST.name)
const path=copyString(requireAttribute(attributes,"fullPath"))
this.#paths.set(copyString(requireAttribute(attributes,"uid")),path)}#addMethod(fileId){this.#method.fileId=fileId
this.#openFile(fileId).functions.named.add(0,this.#method.name,this.#method.isVisited)}#addSequencePoint(attributes){const first=parseLineNumber(attributes["sl"])
if(first===HIDDEN_LINE)return
const last=parseLineNumber(attributes["el"]??attributes["sl"])
const isVisited=parseHits(attributes["vc"],"the visits of a point")>0
const file=this.#openFile(attributes["fileid"]??this.#method.fileId)
const position=["sc","el","ec"].map(part=>attributes[part]).join()
file.statements.add(first,position,isVisited)
file.addRange(first,last,isVisited)}#addBranchPoint(attributes){const isVisited=parseHits(attributes["vc"],"the visits of a point")>0
const file=this.#openFile(attributes["fileid"]??this.#method.fileId)
const place=["offset","ordinal","path"].map(part=>attributes[part]).join()
const line=parseLineNumber(attributes["sl"]??"0")
file.branches.named.add(line,`${this.#method.name} ${place}`,isVisited)}#openFile(id){return this.#files.open(this.#paths.get(id)??"(no source)")}}class MethodState{name=""
isVisited=false
fileId=""
text=""
open(attributes){this.name=""
this.isVisited=attributes["visited"]==="true"
this.fileId=""}closeElement(element){if(element==="Name")this.name=this.text}}function parseSummaryTotals(summary){const{numSequencePoints:numSequencePoints,visitedSequencePoints:visitedSequencePoints}=summary
if(numSequencePoints===undefined||numSequencePoints==="0")return new Map
const count={covered:parseCount(visitedSequencePoints,"visitedSequencePoints"),total:parseCount(numSequencePoints,"numSequencePoints")}
return new Map([["statements",checkCount(count,"sequence points")]])}function addLines(file,lines){for(const[index,hits]of asArray(lines,"lines").entries()){if(hits===null||hits==="ignored")continue
file.lines.add(index+1,checkWhole(hits,"the hits of a line")>0)}}function addBranchList(file,branches){for(const[index,branch]of asArray(branches,"branches").entries()){const{type:type,start_line:line,coverage:coverage}=asObject(branch,"branch")
if(coverage==="ignored")continue
const isTaken=checkWhole(coverage,"how often a branch was taken")>0
file.branches.named.add(checkLineNumber(line),`${String(type)} ${index}`,isTaken)}}const PLACE=/^\[:?"?\w+"?, \d+, (?<line>\d+),/
function addBranchTable(file,branches){for(const[condition,ways]of Object.entries(asObject(branches,"branches"))){const line=parseLineNumber(PLACE.exec(condition)?.groups?.["line"])
for(const[way,hits]of Object.entries(asObject(ways,"branches of a condition"))){const isTaken=checkWhole(hits,"how often a branch was taken")>0
file.branches.named.add(line,`${condition} ${way}`,isTaken)}}}const simplecovJson=jsonFormat({name:"simplecov-json",detect:keys=>keys.some(([first,second])=>first==="meta"&&second==="simplecov_version"),createReport:memory=>new SimpleCovReport(memory)})
class SimpleCovReport{#files
#declared=new Map
#version=""
constructor(memory){this.#files=new FileSet(memory)}isContainer([section,...inside]){return section===undefined||section==="coverage"&&inside.length===0}takePart(key,value,around){if(around.length>0)this.#addFile(key,asObject(value,key))
else if(key==="total")this.#addTotals(asObject(value,key))
else if(key==="meta")this.#version=String(asObject(value,key)["simplecov_version"])}finish(){return{tool:`SimpleCov ${this.#version}`,mainMetric:"lines",declaredTotals:this.#declared,files:this.#files.byPath()}}#addFile(path,report){const file=this.#files.open(path)
addLines(file,report["lines"]??[])
addBranchList(file,report["branches"]??[])}#addTotals(totals){for(const metric of["lines","branches"]){if(totals[metric]===undefined)continue
const{covered:covered,total:total}=asObject(totals[metric],metric)
const count={covered:checkWhole(covered,metric),total:checkWhole(total,metric)}
this.#declared.set(metric,checkCount(count,metric))}}}const simplecovResultset=jsonFormat({name:"simplecov-resultset",detect:([first,second])=>first?.length===1&&second?.[1]==="coverage",createReport:memory=>new SimpleCovResultset(memory)})
class SimpleCovResultset{#files
constructor(memory){this.#files=new FileSet(memory)}isContainer([command,section,...inside]){if(command===undefined||section===undefined)return true
return section==="coverage"&&inside.length===0}takePart(path,value,around){if(around.length<2)return
const file=this.#files.open(path)
const report=Array.isArray(value)?{lines:value}:asObject(value,path)
addLines(file,report["lines"]??[])
addBranchTable(file,report["branches"]??{})}finish(){return{tool:"SimpleCov",mainMetric:"lines",declaredTotals:new Map,files:this.#files.byPath()}}}var report=__webpack_require__(7760)
class TextFileDecoder{#start=new Uint8Array(0)
#decoder=new Utf8Decoder
decode(bytes){if(this.#start===undefined)return this.#decoder.decode(bytes)
const start=Buffer.concat([this.#start,bytes])
if(start.length<3){this.#start=start
return""}return this.#begin(start)}end(){const begun=this.#start===undefined?"":this.#begin(this.#start)
return begun+this.#decoder.end()}#begin(start){this.#start=undefined
const[first,second,third]=start
if(first===255&&second===254)this.#decoder=new Utf16Decoder("utf-16le")
if(first===254&&second===255)this.#decoder=new Utf16Decoder("utf-16be")
const isMarked=first===239&&second===187&&third===191
return this.#decoder.decode(isMarked?start.subarray(3):start)}}const FOLLOWER=128
const LEAD_OF_TWO=192
const LEAD_OF_THREE=224
const LEAD_OF_FOUR=240
class Utf16Decoder{#decoder
constructor(encoding){this.#decoder=new TextDecoder(encoding,{fatal:true})}decode(bytes){return refuseInvalid("UTF-16",()=>this.#decoder.decode(bytes,{stream:true}))}end(){return refuseInvalid("UTF-16",()=>this.#decoder.decode())}}class Utf8Decoder{#decoder=new TextDecoder("utf-8",{fatal:true,ignoreBOM:true})
#rest=new Uint8Array(0)
decode(bytes){const known=this.#rest.length===0?bytes:Buffer.concat([this.#rest,bytes])
const length=findIncomplete(known)
this.#rest=known.slice(length)
return refuseInvalid("UTF-8",()=>this.#decoder.decode(known.subarray(0,length)))}end(){return refuseInvalid("UTF-8",()=>this.#decoder.decode(this.#rest))}}function findIncomplete(bytes){const tail=[...bytes.subarray(-3)].reverse()
const back=tail.findIndex(byte=>byte<FOLLOWER||byte>=LEAD_OF_TWO)+1
const missing=tail.slice(back-1,back).some(lead=>back<lengthOf(lead))
return missing?bytes.length-back:bytes.length}function lengthOf(first){if(first>=LEAD_OF_FOUR)return 4
if(first>=LEAD_OF_THREE)return 3
return first>=LEAD_OF_TWO?2:1}function refuseInvalid(encoding,decode){try{return decode()}catch(cause){throw new ReportError(`is not valid ${encoding} text`,{cause:cause})}}const FORMATS=[cobertura,jacoco,clover,opencover,lcov,go,coveragePyJson,istanbulSummary,istanbulFinal,simplecovJson,simplecovResultset]
const HEAD_CHARACTERS=64*1024
function detectFormat(head){return FORMATS.find(format=>format.detect(head))}async function readReport(chunks,{memory:memory,format:format,maxBytes:maxBytes=MAX_REPORT_BYTES}){const decoder=new TextFileDecoder
const parser=new DetectingParser(memory,format)
let bytes=0
for await(const chunk of chunks){bytes+=chunk.length
if(bytes>maxBytes)throw new ReportError(`is larger than ${maxBytes} bytes`)
parser.write(decoder.decode(chunk))}parser.write(decoder.end())
return parser.end()}class DetectingParser{#memory
#format
#head=""
#parser
#carries=[]
constructor(memory,format){this.#memory=memory
this.#format=format}write(text){if(this.#parser!==undefined){this.#parser.write(text)
return}this.#head+=text
if(this.#head.length>=HEAD_CHARACTERS)this.#start()}end(){const report=(this.#parser??this.#start()).end()
const{unmeasured:unmeasured=[]}=report
return{...report,formatMetrics:this.#carries.filter(metric=>!unmeasured.includes(metric))}}#start(){if(this.#head.trim()==="")throw new ReportError("is empty")
const format=detectFormat(this.#head)
if(format===undefined){const known=FORMATS.map(({name:name})=>name).join(", ")
throw new ReportError(`is not a coverage report of a known format (${known})`)}if(this.#format!=="auto"&&this.#format!==format.name){throw new ReportError(`is ${format.name}, while coverage-format is ${this.#format}`)}this.#carries=report.O[format.name]
this.#parser=format.createParser(this.#memory)
this.#parser.write(this.#head)
this.#head=""
return this.#parser}}async function readReports(source,{files:files,logger:logger}){const{paths:paths,unmatched:unmatched}=await findReports(source.globs,files)
const reports=[]
for(const path of paths){const name=relativisePath(normalisePath(path),[source.workspace])
const counted=countReport(await readNamedReport({name:name,path:path},files,source))
logger.info(`Read ${name}, written by ${counted.report.tool}`)
for(const clause of listReportWarnings(counted))logger.warning(`${name} ${clause}`)
reports.push({name:name,...counted})}return{reports:reports,unmatched:unmatched}}function listReportWarnings(counted){const{warnings:warnings=[],unusable:unusable=new Map}=counted.report
const unknown=[...unusable].map(([metric,reason])=>`${reason}: its ${metric} are unknown, the other metrics count`)
return[...unknown,...warnings,...findContradictions(counted)]}async function findReports(globs,files){const paths=new Set
const unmatched=[]
for(const[index,glob]of globs.entries()){if(/^[!#]/.test(glob))continue
const takenBack=globs.slice(index).filter(later=>later.startsWith("!"))
const found=await files.find([glob,...takenBack])
if(found.length===0)unmatched.push(glob)
for(const path of found)paths.add(path)}return{paths:[...paths].sort(),unmatched:unmatched}}async function readNamedReport({name:name,path:path},files,{memory:memory,format:format}){try{return await readReport(files.open(path),{memory:memory,format:format})}catch(cause){if(cause instanceof ReportError)throw new ReportError(`${name} ${cause.message}`,{cause:cause})
if(isFileSystemError(cause)){const reason=cause.message.replaceAll(path,name)
throw new ReportError(`${name} cannot be read: ${reason}`,{cause:cause})}throw cause}}function isFileSystemError(error){return error instanceof Error&&"syscall"in error}function explainNoMatch(input,globs){const patterns=globs.map(glob=>JSON.stringify(glob)).join(", ")
return`${input} matches no file: ${patterns}. Paths are relative to the workspace; was the report written, or downloaded, in this job?`}async function readSourceTree({changes:changes,files:files}){try{const paths=await changes.listFiles()
if(paths.length>0)return{paths:paths,isTracked:true,refusal:undefined}
return{paths:await files.listAll(),isTracked:false,refusal:undefined}}catch(error){if(!(error instanceof errors.jG)||error.code!=="coverage-unknown")throw error
return{paths:await files.listAll(),isTracked:false,refusal:error}}}async function readSources(reports,{paths:paths,isTracked:isTracked,refusal:refusal},{workspace:workspace,workspaceLink:workspaceLink},{files:files}){const hasModules=reports.some(({report:report})=>report.pathsFrom==="module")
const modules=hasModules?await readModules(paths,workspace,files):new Map
const directories=[...listDirectories(reports,{workspace:workspace,workspaceLink:workspaceLink,modules:modules})]
const asked=refusal===undefined?directories:directories.filter(isAbsolute)
const listed=await files.listIn(asked)
const existing=new Set(listed.map(({path:path})=>path))
const links=listLinks(listed,normalisePath(workspace))
return{workspace:workspace,workspaceLink:workspaceLink,files:paths,isTracked:isTracked,existing:existing,links:links,modules:modules}}function listLinks(listed,workspace){const links=new Map
for(const{path:path,target:target}of listed){const full=normalisePath(target)
if(!full.startsWith(`${workspace}/`))continue
const file=full.slice(workspace.length+1)
if(file!==path)links.set(path,file)}return links}async function readModules(paths,workspace,files){const texts=new Map
for(const path of paths){if(path!==GO_MOD&&!path.endsWith(`/${GO_MOD}`))continue
const text=await readSource(`${workspace}/${path}`,files)
if(text!==undefined)texts.set(path,text)}return texts}async function readSource(path,files){try{const decoder=new TextDecoder
let text=""
for await(const chunk of files.open(path))text+=decoder.decode(chunk,{stream:true})
return text}catch(error){if(isFileSystemError(error))return undefined
throw error}}function assertGate({verdict:verdict,message:message},{onMissing:onMissing},logger){if(verdict==="fail")throw new errors.jG("coverage-failed",message)
if(verdict==="pass")return
if(onMissing==="fail")throw new errors.jG("coverage-unknown",message)
const went=`${message} The run goes on because coverage-on-missing is ${onMissing}.`
if(onMissing==="warn")logger.warning(went)
else logger.notice(went)}const LOWER_BOUND="Several reports cover a part of one line and do not tell which: the larger number counts, so that branches, functions or instructions are a lower bound."
const step_NAMED_DOUBTS=5
async function runCoverageStep(inputs,context,ports,memory=new ReportMemory){return ports.logger.group("Coverage",async()=>{for(const warning of inputs.warnings)ports.logger.warning(warning)
const checkout=await readSourceTree(ports)
const result=await evaluateReports({inputs:inputs,context:context,ports:ports,memory:memory,checkout:checkout})
for(const{gate:gate,message:message}of result.gates??[])ports.logger.info(`${gate}: ${message}`)
if(result.gates===undefined)ports.logger.info(result.message)
return result})}async function evaluateReports(reading){const{inputs:inputs,context:context,ports:ports,checkout:checkout}=reading
try{const found=await readCoverage(inputs.files,"coverage-files",reading)
const{coverage:coverage,identities:identities,missing:missing}=found
warnOfIdleGlobs(identities,reading)
if(coverage.isLowerBound)ports.logger.notice(LOWER_BOUND)
noticeDoubts(coverage,ports.logger)
const baseline=await readBaseline(reading)
const patch=inputs.minPatch===undefined?"":await readPatch({...context,given:inputs.base,checkout:checkout},found,ports.changes)
if(typeof patch!=="string")annotateUncovered(patch,ports.logger)
return evaluateCoverage(inputs,{coverage:coverage,missing:missing,baseline:baseline,patch:patch})}catch(error){if(!(error instanceof ReportError))throw error
return{verdict:"unknown",message:`coverage is unknown: ${error.message}`}}}async function readBaseline(reading){const{baseline:baseline}=reading.inputs
if(baseline===undefined||(0,gates_percent.A3)(baseline)!==undefined)return""
try{const{coverage:coverage}=await readCoverage([baseline],"coverage-baseline",reading)
return coverage}catch(error){if(error instanceof ReportError)return error.message
throw error}}async function readCoverage(globs,input,{inputs:inputs,context:context,ports:ports,memory:memory,checkout:checkout}){const format=input==="coverage-files"?inputs.format:"auto"
const{workspace:workspace}=context
const{reports:reports,unmatched:unmatched}=await readReports({globs:globs,format:format,workspace:workspace,memory:memory},ports)
const missing=unmatched.length===0?undefined:explainNoMatch(input,unmatched)
const[first,...others]=reports
if(first===undefined)throw new ReportError(explainNoMatch(input,globs))
const sources=await readSources(reports,checkout,context,ports)
const identities=identifyFiles(reports,sources)
const coverage=combineReports([first,...others],identities,inputs,memory)
return{coverage:coverage,identities:identities,missing:missing}}function noticeDoubts({groups:groups},logger){const names=groups.flatMap(group=>group.names)
if(names.length===0)return
const named=names.slice(0,step_NAMED_DOUBTS).join(", ")
const more=names.length>step_NAMED_DOUBTS?` and ${names.length-step_NAMED_DOUBTS} more`:""
logger.notice(`It cannot be told whether these are one file or several: ${named}${more}. Both are counted; the outputs show the smaller.`)}function warnOfIdleGlobs({settled:settled,groups:groups},{inputs:inputs,ports:ports}){const known=[...settled.values()].flatMap(({open:open,path:path})=>open===undefined?[path]:listPaths(open))
const paths=[...known,...groups.flatMap(listGroupPaths)]
for(const input of["include","exclude"]){for(const glob of inputs[input]){const pattern=(0,model_glob.SO)(glob)
if(paths.some(path=>pattern.test(path)))continue
const some=paths.slice(0,3).join(", ")
ports.logger.warning(`coverage-${input}: ${glob} matches no file in the reports (${some})`)}}}}}

//# sourceMappingURL=735.index.js.map
