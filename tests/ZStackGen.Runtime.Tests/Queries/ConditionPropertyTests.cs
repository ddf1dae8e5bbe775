using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using CsCheck;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Queries;

// For any value, the server reads the intended condition, or the client refuses to send it.
public sealed class ConditionPropertyTests
{
    private const string Signs = "ab0 '\"=<>!~?,%_\\;()&#+中\u00e9\n";

    private static readonly string[] s_words = ["is null", "not null", "!=", ">=", "<=", "!?=", "!~=", "~=", "?=", "==", "''", "' or '1'='1", "' limit 1 --", "\uD800", "\U0001F600", " and ", "name"];

    private static readonly string[] s_names = ["name", "uuid", "vmNics.ip", "vmNics.eip.vipIp", "__systemTag__", "host.__userTag__", "a1_b", "order", "limit", "a-b", "a b", "a=b", "a'", "1a", ".a", "名"];

    private static readonly Gen<string> s_value = Gen.OneOf(
        Gen.Char[Signs].Array[0, 8].Select(static c => new string(c)),
        Gen.OneOf(Gen.Int[0, s_words.Length - 1].Select(static i => s_words[i]), Gen.Char[Signs].Array[0, 3].Select(static c => new string(c))).Array[1, 4].Select(string.Concat),
        Gen.String);

    private static readonly Gen<(string Name, int Operator, string[] Values)> s_condition = Gen.Select(
        Gen.Int[0, s_names.Length - 1].Select(static i => s_names[i]), Gen.Int[0, 11], s_value.Array[1, 4]);

    private static readonly (string Sign, string Keyword)[] s_operators =
        [("=", "="), ("!=", "!="), (">", ">"), ("<=", "<="), ("<", "<"), (">=", ">="), ("?=", "in"), ("!?=", "not in"), ("~=", "like"), ("!~=", "not like"), ("is null", "is null"), ("not null", "is not null")];

    [Fact]
    public async Task The_server_reads_the_intended_condition_or_the_client_refuses_it()
    {
        int byQuery = 0, byZql = 0, refused = 0;
        await s_condition.SampleAsync(
            async condition =>
            {
                (string name, int op, string[] values) = condition;
                var server = new StubServer { Answer = _ => StubServer.Json(200, """{"inventories":[],"results":[{"inventories":[]}]}""") };
                await using var client = server.Client(static options => options.Credential = ZStackCredential.Session("0123456789abcdef0123456789abcdef"));
                var query = VmInstanceInventory.Query.Where(f => Make(f.Field(name), op, values));
                try
                {
                    await client.Query(query).ToListAsync();
                }
                catch (ArgumentException e)
                {
                    refused++;
                    Assert.StartsWith("API QueryVmInstance: the query cannot be sent: ", e.Message, StringComparison.Ordinal);
                    Assert.True(IsUnsendable(name, op, values), e.Message);
                    return;
                }

                string[] meant = op >= 10 ? [] : op is 6 or 7 ? values : values[..1];
                Request sent = server.Calls.Single();
                var parameters = sent.Url.Query.TrimStart('?').Split('&').Select(static p => p.Split('=', 2)).ToLookup(static p => p[0], static p => Uri.UnescapeDataString(p[1]));
                if (sent.Url.AbsolutePath.EndsWith("/zql", StringComparison.Ordinal))
                {
                    byZql++;
                    List<string> read = ServerReading.Zql(parameters["zql"].Single());
                    List<string> expected = ["query", "vminstance", "where", name, .. s_operators[op].Keyword.Split(' ')];
                    if (op is 6 or 7)
                        expected = [.. expected, "(", .. values.SelectMany(static v => new[] { ",", "'" + v + "'" }).Skip(1), ")"];
                    else if (op < 10)
                        expected.Add("'" + values[0] + "'");
                    Assert.Equal([.. expected, "order", "by", "uuid", "asc", "limit", "500"], read);
                }
                else
                {
                    byQuery++;
                    (string readName, string readSign, string readValue) = ServerReading.Condition(parameters["q"].Single());
                    Assert.Equal((name, s_operators[op].Sign), (readName, readSign));
                    Assert.Equal(meant, op >= 10 ? [] : op is 6 or 7 ? ServerReading.List(readValue) : [readValue]);
                }
            },
            iter: 5000,
            threads: 1);
        // All three ways are covered.
        Assert.True(byQuery > 300 && byZql > 300 && refused > 300, $"{byQuery} by q, {byZql} by ZQL, {refused} refused");
    }

    private static QueryCondition Make(QueryStringField field, int op, string[] values) => op switch
    {
        0 => field == values[0],
        1 => field != values[0],
        2 => field > values[0],
        3 => field <= values[0],
        4 => field < values[0],
        5 => field >= values[0],
        6 => field.In(values),
        7 => field.NotIn(values),
        8 => field.Like(values[0]),
        9 => field.NotLike(values[0]),
        10 => field.IsNull(),
        _ => field.IsNotNull(),
    };

    // No field of that name can be requested, or no text can express the value.
    private static bool IsUnsendable(string name, int op, string[] values)
        => name is "a-b" or "a b" or "a=b" or "a'" or "1a" or ".a" or "名" or "order" or "limit"
            || (op < 10 && (op is 6 or 7 ? values : values[..1]).Any(static value => value.Contains('\\') || !value.IsNormalizedUtf16()));
}

internal static class Utf16
{
    public static bool IsNormalizedUtf16(this string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i) && i + 1 < text.Length)
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }

        return true;
    }
}
