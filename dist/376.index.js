export const id=376;export const ids=[376];export const modules={1376:(o,e,c)=>{c.r(e);c.d(e,{calendar:()=>calendar});var n=c(8714);const calendar=(o,e)=>n.c9.fromMillis(o,{zone:e,locale:"en-US"})}};
//# sourceMappingURL=376.index.js.map
