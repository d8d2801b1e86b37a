# A small image with the program and git:
#   docker build -t journeycli .
#   docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/maps" journeycli lint
FROM python:3.13-slim AS build
# png draws pictures as PNG; `--build-arg EXTRAS=all` brings PDF and Graphviz as well, 110 MB more.
ARG EXTRAS=png
WORKDIR /source
COPY pyproject.toml README.md LICENSE ./
COPY src src
RUN python -m venv /opt/journeycli \
 && /opt/journeycli/bin/python -m pip install --no-cache-dir --disable-pip-version-check ".[$EXTRAS]" \
 && rm -rf /opt/journeycli/lib/python3.13/site-packages/pip \
           /opt/journeycli/lib/python3.13/site-packages/pip-* \
           /opt/journeycli/bin/pip*

FROM python:3.13-slim
# git says which files are ignored and what changed. It refuses a repository of somebody else unless
# told: /maps is mounted by the one who starts the container.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends git \
 && rm -rf /var/lib/apt/lists/* \
 && git config --system --add safe.directory /maps \
 && useradd --create-home --uid 10001 journey
COPY --from=build /opt/journeycli /opt/journeycli
ENV PATH="/opt/journeycli/bin:$PATH" \
    PYTHONDONTWRITEBYTECODE=1
WORKDIR /maps
USER journey
ENTRYPOINT ["journey"]
CMD ["--help"]
