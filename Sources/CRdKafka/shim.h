// librdkafka's public and mock-cluster headers, as Debian's librdkafka-dev installs them.
#ifndef REDRESSAL_CRDKAFKA_SHIM_H
#define REDRESSAL_CRDKAFKA_SHIM_H

#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>

// rd_kafka_produceva with its array of tagged unions filled in: Swift cannot call the variadic rd_kafka_producev, and
// filling C unions in Swift costs a screen of code per record. Key and value are copied; a NULL value is a tombstone.
// `headers` may be NULL; librdkafka owns them when this returns NULL, the caller otherwise.
static inline rd_kafka_error_t *crdkafka_produce(
    rd_kafka_t *rk, const char *topic, int32_t partition, const void *key, size_t key_size, const void *value,
    size_t value_size, int64_t timestamp, rd_kafka_headers_t *headers, void *opaque) {
    rd_kafka_vu_t vus[8] = {
        {.vtype = RD_KAFKA_VTYPE_TOPIC, .u.cstr = topic},
        {.vtype = RD_KAFKA_VTYPE_PARTITION, .u.i32 = partition},
        {.vtype = RD_KAFKA_VTYPE_KEY, .u.mem = {.ptr = (void *)key, .size = key_size}},
        {.vtype = RD_KAFKA_VTYPE_VALUE, .u.mem = {.ptr = (void *)value, .size = value_size}},
        {.vtype = RD_KAFKA_VTYPE_TIMESTAMP, .u.i64 = timestamp},
        {.vtype = RD_KAFKA_VTYPE_OPAQUE, .u.ptr = opaque},
        // BLOCK: wait for room in the local queue instead of failing; the poll thread makes room.
        {.vtype = RD_KAFKA_VTYPE_MSGFLAGS, .u.i = RD_KAFKA_MSG_F_COPY | RD_KAFKA_MSG_F_BLOCK},
        {.vtype = RD_KAFKA_VTYPE_HEADERS, .u.headers = headers},
    };
    return rd_kafka_produceva(rk, vus, headers ? 8 : 7);
}

#endif
