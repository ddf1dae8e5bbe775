using System.Collections.Generic;

namespace ZStack;

// The response to both kinds of query: a result page, the number of matches, or both (PROTOCOL.md §5.3, §5.4).
internal sealed class QueryResponse<T> : ZStackResult
    where T : ZStackStructure
{
    // Read sets it before the first member. The base class of queries requires a constructor without parameters.
    private JsonRead<T>? _read;

    // The resources; null if the response has no list. The server sends an empty list if nothing matches (PROTOCOL.md §5.3).
    public IReadOnlyList<T>? Items { get; private set; }

    // The number of elements of the list, including null elements, which are no resources.
    public int Length { get; private set; }

    public long? Total { get; private set; }

    public static QueryResponse<T> Read(ref JsonReader reader, JsonRead<T> read) => reader.ReadMembers(new QueryResponse<T> { _read = read });

    protected internal override bool ReadMember(ref JsonReader reader)
    {
        switch (reader.NameLength)
        {
            case 11 when reader.NameIs("inventories"u8):
                // An unreadable list must not be mistaken for an empty list.
                bool isList = !reader.IsNull;
                IReadOnlyList<T> items = reader.List(_read!);
                Items = isList ? items : null;
                Length = reader.ListLength;
                reader.ThrowIfMismatched();
                return true;
            case 5 when reader.NameIs("total"u8):
                Total = reader.Int64();
                reader.ThrowIfMismatched();
                // Zero would mean that nothing matches.
                if (Total < 0)
                    Total = null;
                return true;
            // ZQL returns a list with one entry for each statement.
            case 7 when reader.NameIs("results"u8):
                IReadOnlyList<QueryResponse<T>> results = reader.List(Result);
                reader.ThrowIfMismatched();
                foreach (QueryResponse<T> result in results)
                {
                    Items = result.Items;
                    Length = result.Length;
                    Total = result.Total;
                }

                return true;
            default:
                return base.ReadMember(ref reader);
        }
    }

    private QueryResponse<T> Result(ref JsonReader reader) => Read(ref reader, _read!);
}

// Gets a result page by the query API.
internal sealed class QueryAction<T>(ApiDescriptor api, JsonRead<T> read) : ZStackQueryAction<QueryResponse<T>>
    where T : ZStackStructure
{
    public override ApiDescriptor Api => api;

    protected internal override QueryResponse<T> ReadResult(ref JsonReader reader) => QueryResponse<T>.Read(ref reader, read);
}

// Gets a result page by ZQL.
internal sealed class ZqlQueryAction<T>(string zql, JsonRead<T> read) : ZStackAction<QueryResponse<T>>
    where T : ZStackStructure
{
    public override ApiDescriptor Api => Zql.Api;

    protected internal override void WriteQuery(ref QueryWriter query) => query.Add("zql", zql);

    protected internal override QueryResponse<T> ReadResult(ref JsonReader reader) => QueryResponse<T>.Read(ref reader, read);
}
