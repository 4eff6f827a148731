"""The article's own stack, plainly: Flask takes a photo, makes it smaller, asks Gemini, and answers with JSON.

Run by gunicorn with one worker of eight threads; GEMINI_BASE_URL and GEMINI_API_KEY say where Gemini is.
"""

import base64
import io
import json
import os
import urllib.request

from flask import Flask, jsonify, request
from PIL import Image, ImageOps

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 20 * 1024 * 1024

MODEL = "gemini-3.8-flash"
URL = f"{os.environ['GEMINI_BASE_URL']}/v1beta/models/{MODEL}:generateContent"
LONGEST_SIDE = 1536
PROMPT = "Write three captions for this photo, and an alternative text."
SCHEMA = {
    "type": "OBJECT",
    "properties": {
        "description": {"type": "STRING"},
        "altText": {"type": "STRING"},
        "captions": {
            "type": "ARRAY",
            "items": {
                "type": "OBJECT",
                "properties": {
                    "body": {"type": "STRING"},
                    "hashtags": {"type": "ARRAY", "items": {"type": "STRING"}},
                },
            },
        },
    },
}


def smaller(photo):
    image = Image.open(photo)
    # Lets the JPEG decoder skip what the smaller picture does not need.
    image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    image = ImageOps.exif_transpose(image)
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    out = io.BytesIO()
    image.convert("RGB").save(out, "JPEG", quality=85)
    return out.getvalue()


def ask(picture):
    data = base64.b64encode(picture).decode()
    parts = [{"text": PROMPT}, {"inline_data": {"mime_type": "image/jpeg", "data": data}}]
    config = {"response_mime_type": "application/json", "response_schema": SCHEMA}
    body = {"contents": [{"role": "user", "parts": parts}], "generation_config": config}
    headers = {
        "content-type": "application/json",
        "x-goog-api-key": os.environ["GEMINI_API_KEY"],
    }
    asked = urllib.request.Request(URL, json.dumps(body).encode(), headers)
    with urllib.request.urlopen(asked, timeout=60) as answer:
        candidates = json.load(answer)["candidates"]
    return json.loads(candidates[0]["content"]["parts"][0]["text"])


@app.post("/captions")
def captions():
    return jsonify(ask(smaller(request.files["file"]))), 201
