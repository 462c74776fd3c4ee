export const id = 615;
export const ids = [615];
export const modules = {

/***/ 3615:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   recover: () => (/* binding */ recover)
/* harmony export */ });
/* harmony import */ var _action_result_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2695);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4758);
/* harmony import */ var _base_image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1860);



const NOT_DOWN_TO_IMAGE = 'Nothing was rolled back: no resource that runs the image has become Degraded or stays Progressing, so that the image before would not help.';
async function recover(inputs, { verification, failure }, context, ports) {
    const rollback = inputs.verify?.rollback;
    if (rollback === undefined)
        return { failure };
    if (verification.isImageBroken !== true) {
        ports.logger.info(NOT_DOWN_TO_IMAGE);
        return { failure };
    }
    ports.logger.info(`${failure.message} It is rolled back (rollback-on-failure).`);
    try {
        const { runRollbackStep } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(387), __webpack_require__.e(152), __webpack_require__.e(544)]).then(__webpack_require__.bind(__webpack_require__, 5544));
        const request = { ...inputs, rollback, broughtBy: verification.commit };
        const { result, image } = await runRollbackStep(request, context, ports);
        ports.logger.info((0,_action_result_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .renderPromotionLine */ .ek)(result, inputs));
        if (result.problem)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PromoteError */ .jG(result.problem.code, result.problem.message);
        const restored = await verifyRestored({ ...inputs, image, promotion: result }, ports);
        const recovery = { rollback: result, verification: restored };
        return { recovery, failure: addSentence(failure, describeRecovery(result, restored)) };
    }
    catch (error) {
        const { message } = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asPromoteError */ .XO)(error);
        return { failure: addSentence(failure, `It was not rolled back: ${message}`) };
    }
}
async function verifyRestored({ verify, ...request }, ports) {
    if (verify?.argocd === undefined)
        throw new Error('Only Argo CD tells what is broken.');
    const { runVerifyStep } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(387), __webpack_require__.e(926)]).then(__webpack_require__.bind(__webpack_require__, 6926));
    const argocd = { ...verify.argocd, commit: undefined };
    return runVerifyStep({ ...request, verify: { ...verify, argocd } }, ports);
}
function describeRecovery(rollback, restored) {
    const { reason, commit, pullRequest, targets } = rollback;
    const [first] = targets;
    const image = first === undefined ? 'the image before' : (0,_base_image_js__WEBPACK_IMPORTED_MODULE_2__/* .renderImageReference */ .NL)(first.image);
    if (reason === 'pull-request') {
        return `Pull request #${pullRequest?.number ?? ''} asks to go back to ${image}, and is not merged yet.`;
    }
    if (reason === 'dry-run')
        return `This is a dry run: it would be rolled back to ${image}.`;
    const made = `It was rolled back to ${image} with commit ${commit?.sha.slice(0, 12) ?? ''}`;
    if (restored.verdict === 'healthy') {
        return `${made}, which is healthy after ${restored.healthyAfter ?? 0} s.`;
    }
    return `${made}, which is not known to be healthy: ${restored.message}`;
}
function addSentence({ code, message }, sentence) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PromoteError */ .jG(code, `${message} ${sentence}`);
}


/***/ })

};

//# sourceMappingURL=615.index.js.map