# docker build -t claimdiff . && docker run --rm -v "$PWD:/work" claimdiff check sources/
FROM rust:1.95-slim AS build
WORKDIR /src
COPY Cargo.toml Cargo.lock rules.toml ./
COPY src src
RUN cargo build --release --locked

FROM debian:stable-slim
COPY --from=build /src/target/release/claimdiff /usr/local/bin/claimdiff
USER 65534:65534
WORKDIR /work
ENTRYPOINT ["claimdiff"]
