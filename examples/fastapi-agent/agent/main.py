"""The HTTP interface of the agent."""

import logging
import os

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, Field

from agent.tools import TOOLS

logger = logging.getLogger("agent")
logging.basicConfig(level=os.environ.get("LOG_LEVEL", "info").upper())

app = FastAPI(title="fastapi-agent")


class Question(BaseModel):
    text: str = Field(min_length=1, max_length=2000)
    tools: list[str] = Field(default_factory=lambda: list(TOOLS))


class Answer(BaseModel):
    text: str
    tool: str


@app.get("/healthz")
def healthz() -> dict[str, str]:
    return {"status": "ok"}


@app.post("/answers")
def answer(question: Question) -> Answer:
    for name in question.tools:
        tool = TOOLS.get(name)
        if tool is None:
            raise HTTPException(status_code=422, detail=f"There is no tool {name}.")
        text = tool(question.text)
        if text is not None:
            return Answer(text=text, tool=name)
        logger.debug("%s has no answer", name)
    raise HTTPException(status_code=404, detail="No tool has an answer.")


def main() -> None:
    import uvicorn

    host = os.environ.get("HOST", "0.0.0.0")
    port = int(os.environ.get("PORT", "8000"))
    logger.info("listening on %s:%d", host, port)
    uvicorn.run(app, host=host, port=port)


if __name__ == "__main__":
    main()
