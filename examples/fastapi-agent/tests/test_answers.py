import pytest
from fastapi.testclient import TestClient

from agent.main import app

client = TestClient(app)


def test_is_healthy():
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok"}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("What is 2 + 3?", {"text": "5", "tool": "calculator"}),
        ("What is 2 - 3?", {"text": "-1", "tool": "calculator"}),
        ("And 6*7?", {"text": "42", "tool": "calculator"}),
        ("1 / 4", {"text": "0.25", "tool": "calculator"}),
        ('How many words are in "a b c"?', {"text": "3", "tool": "word-counter"}),
    ],
)
def test_answers(text, answer):
    response = client.post("/answers", json={"text": text})
    assert response.status_code == 200
    assert response.json() == answer


def test_tells_the_time():
    response = client.post("/answers", json={"text": "What time is it?"})
    assert response.json()["tool"] == "clock"


def test_has_no_answer():
    response = client.post("/answers", json={"text": "Who are you?", "tools": ["clock"]})
    assert response.status_code == 404


def test_refuses_an_empty_question():
    assert client.post("/answers", json={"text": ""}).status_code == 422
