export const id = 376;
export const ids = [376];
export const modules = {

/***/ 1376:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   calendar: () => (/* binding */ calendar)
/* harmony export */ });
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8714);

const calendar = (milliseconds, timeZone) => luxon__WEBPACK_IMPORTED_MODULE_0__/* .DateTime */ .c9.fromMillis(milliseconds, { zone: timeZone, locale: 'en-US' });


/***/ })

};

//# sourceMappingURL=376.index.js.map