# copydesk in a container. Build it in a copy of the repository: docker build -t copydesk .
# Then, in a folder of drafts: docker run --rm --network none -v "$PWD:/drafts" copydesk check
FROM python:3.12-slim AS build
WORKDIR /build
COPY pyproject.toml hatch_build.py README.md LICENSE NOTICE ./
COPY src src
COPY lint_rules lint_rules
RUN python -m venv /opt/copydesk && /opt/copydesk/bin/pip install --no-cache-dir .

FROM python:3.12-slim
RUN apt-get update -qq \
    && apt-get install -y -qq --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory /drafts \
    && useradd --create-home desk
COPY --from=build /opt/copydesk /opt/copydesk
USER desk
WORKDIR /drafts
ENTRYPOINT ["/opt/copydesk/bin/copydesk"]
