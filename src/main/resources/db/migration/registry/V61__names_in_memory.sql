-- Many names are compared in memory (io.zhijian.registry.EndedNames): in SQL it took seconds a batch.
drop function registry.closed_like_among(uuid[]);
