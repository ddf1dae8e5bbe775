using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using Xunit;
using ZStackGen.Generator.Emission;
using ZStackGen.Generator.Options;
using ZStackGen.Generator.Sharding;
using ZStackGen.Generator.Tests.Support;
using ZStackGen.Specs;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Catalog.Collecting;

namespace ZStackGen.Generator.Tests;

/// <summary>
/// Sixteen times the page takes at most twenty times the work, in every dimension in which a page can grow, from its text to the C#. The
/// allocated memory is the same in every run. Processor time also covers comparisons, but is imprecise for a page of a millisecond on a busy
/// machine. Quadratic growth takes 256 times as long, so a limit of 60 times is safe in both directions.
/// </summary>
public sealed class GrowthTests
{
    private const double Most = 20;
    private const double MostTime = 60;

    /// <summary>The number of attempts: a first run may compile methods, and a garbage collection may happen in any run.</summary>
    private const int Attempts = 6;

    private static readonly EmitOptions s_emit = new("ZStack.Api", true, true, true, true, true, true);

    /// <summary>A dimension, and the number of its elements in the smallest page.</summary>
    public static TheoryData<string, int> Dimensions => new()
    {
        { "variables in the path", 120 },
        { "path parameters that no variable names", 120 },
        { "request lines", 150 },
        { "parameters", 80 },
        { "response fields", 80 },
        { "structure fields", 80 },
        { "parameters with one identifier", 80 },
        { "fields with one identifier", 80 },
        { "values", 300 },
        { "values with one identifier", 300 },
        { "parameters with values", 40 },
        { "types of their own", 30 },
        { "anonymous tables", 30 },
        { "nested tables", 30 },
        { "tables that refer to all others", 8 },
        { "newer fields in tables that refer to the next twice", 30 },
        { "tables of one name", 30 },
        { "members of a sample", 150 },
        { "nesting of a type cell", 300 },
        { "subclasses", 30 },
        { "values of subclasses", 30 },
        { "unknown types", 60 },
        { "pages of one API", 20 },
        { "categories", 20 },
    };

    [Theory]
    [MemberData(nameof(Dimensions))]
    public void Work_grows_linearly_with_the_page(string dimension, int count)
    {
        (string Path, string Text)[] small = Pages(dimension, count);
        (string Path, string Text)[] medium = Pages(dimension, 4 * count);
        (string Path, string Text)[] large = Pages(dimension, 16 * count);
        Work(large);
        double memory = Math.Max(Memory(large) / Memory(small), Memory(medium) / Memory(small));
        Assert.True(memory <= Most, FormattableString.Invariant($"{dimension}: {memory:F1} times the memory for 16 times the page."));
        double growth = double.MaxValue;
        double times = 0;
        for (int attempt = 0; attempt < Attempts && growth > MostTime; attempt++)
        {
            times = Time(small, 16);
            growth = Math.Min(growth, Math.Max(Time(large, 2) / times, Time(medium, 4) / times));
        }

        Assert.True(growth <= MostTime, FormattableString.Invariant($"{dimension}: {growth:F1} times the work for 16 times the page ({times:F2} ms for {count})."));
    }

    private static double Memory((string Path, string Text)[] pages)
    {
        Work(pages);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Work(pages);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Returns the minimum of several times, in milliseconds, which is the least disturbed one.</summary>
    private static double Time((string Path, string Text)[] pages, int rounds)
    {
        double least = double.MaxValue;
        for (int i = 0; i < rounds; i++)
        {
            TimeSpan start = ThreadClock.Now();
            Work(pages);
            least = Math.Min(least, (ThreadClock.Now() - start).TotalMilliseconds);
        }

        return least;
    }

    private static void Work((string Path, string Text)[] pages)
    {
        CatalogModel catalog = TypeCatalog.Build([.. pages.Select(page => CatalogPage.From(SpecReader.Read(page.Path, page.Text, CancellationToken.None).Page))], CatalogOptions.Default, CancellationToken.None);
        int length = 0;
        foreach (Shard shard in ShardPlan.Make(catalog).OfType<Shard>())
            length += ShardEmitter.Emit(shard, s_emit, CancellationToken.None).Text.Length;
        Assert.True(length > 100);
    }

    private static (string Path, string Text)[] Pages(string dimension, int count)
    {
        const string Parameters = "## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n";
        const string Response = "## Response\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n";
        const string Fields = "| Name | Type | Description | Since |\n|---|---|---|---|\n";
        const string Values = "| Name | Type | Description | Values | Since |\n|---|---|---|---|---|\n";
        string post = "# MakeThing\n\nMakes.\n\n`POST /v1/things`\n\n";
        switch (dimension)
        {
            case "variables in the path":
                return One("# MakeThing\n\nMakes.\n\n`GET /v1/things" + Each(count, i => $"/{{v{i}}}") + "`\n\n" + Parameters + Each(count, i => $"| v{i} | String | path | V. | | |\n"));
            case "path parameters that no variable names":
                return One("# MakeThing\n\nMakes.\n\n`GET /v1/things" + Each(count, i => $"/{{v{i}}}") + "`\n\n" + Parameters + Each(count, i => $"| p{i} | String | path | V. | | |\n"));
            case "request lines":
                return One("# QueryThing\n\nFinds.\n\n" + Each(count, i => $"`GET /v1/things{i}`\n\n") + Response + "| inventories | List | L. | |\n");
            case "parameters":
                return One(post + Parameters + Each(count, i => $"| p{i} | String | body | P. | | |\n"));
            case "response fields":
                return One(post + Response + Each(count, i => $"| f{i} | String | F. | |\n"));
            case "structure fields":
                return One(post + Response + "| inventory | [ThingInventory](#thinginventory) | I. | |\n\n### ThingInventory\n\n" + Fields + Each(count, i => $"| f{i} | String | F. | |\n"));
            case "parameters with one identifier":
                return One(post + Parameters + Each(count, i => $"| {Variant(i)} | String | body | P. | | |\n"));
            case "fields with one identifier":
                return One(post + Response + "| inventory | [ThingInventory](#thinginventory) | I. | |\n\n### ThingInventory\n\n" + Fields + Each(count, i => $"| {Variant(i)} | String | F. | |\n"));
            case "values":
                return One(post + Parameters + "| p | String | body | P. | " + Each(count, i => $"V{i}, ") + "W | |\n");
            case "values with one identifier":
                return One(post + Parameters + "| p | String | body | P. | " + Each(count, i => Variant(i) + ", ") + "W | |\n");
            case "parameters with values":
                return One(post + Parameters + Each(count, i => $"| p{i} | String | body | P. | A, B | |\n"));
            case "types of their own":
                return [.. Enumerable.Range(0, count).Select(i => ($"/project/specs/types/T{i}Inventory.md", $"# T{i}Inventory\n\nA type.\n\n" + Fields + $"| next | T{(i + 1) % count}Inventory | N. | |\n| f{i} | String | F. | |\n"))];
            case "anonymous tables":
                return One("GET zstack/v1/things\n\nName | Type | Description | Starting Version |\n---|---|---|---|\n" + Each(count, i => $"t{i} | List | See t{i}. | 0.6 |\n")
                    + Each(count, i => $"\n#t{i}\n\nName | Type | Description | Starting Version |\n---|---|---|---|\nx{i} | String | X. | 0.6 |\ny{i} | String | X. | 0.6 |\n"));
            case "nested tables":
                return One(post + Response + "| t | [T0](#t0) | T. | |\n\n" + Each(count, i => $"### T{i}\n\n" + Fields + $"| t{i} | [T{i + 1}](#t{i + 1}) | T. | |\n\n"));
            case "tables that refer to all others":
                // The page grows with the square of the tables.
                int tables = (int)Math.Sqrt(count * 8);
                return One(post + Response + "| t | [T0](#t0) | T. | |\n\n" + Each(tables, i => $"### T{i}\n\n" + Fields + Each(tables, j => $"| f{i}x{j} | [T{j}](#t{j}) | T. | |\n") + "\n"));
            case "newer fields in tables that refer to the next twice":
                return One(post + Parameters + "| t | [T0](#t0) | body | T. | | |\n\n" + Each(count, i => $"### T{i}\n\n" + Fields + $"| a{i} | [T{i + 1}](#t{i + 1}) | T. | |\n| b{i} | [T{i + 1}](#t{i + 1}) | T. | |\n| c{i} | String | C. | 5.0.0 |\n\n"));
            case "tables of one name":
                return [.. Enumerable.Range(0, count).Select(i => ($"/project/specs/things/Get{i}Thing.md", $"# Get{i}Thing\n\nGets.\n\n`GET /v1/things/{i}`\n\n" + Response + "| inventory | [ThingInventory](#thinginventory) | I. | |\n\n### ThingInventory\n\n" + Fields + $"| f{i} | String | F. | |\n"))];
            case "members of a sample":
                return One(post + Response + Each(count, i => $"| f{i} | Object | F. | |\n") + "\n## Example\n\n```json\n{" + string.Join(",", Enumerable.Range(0, count).Select(i => $"\"f{i}\": {{\"a\": {i}}}")) + "}\n```\n");
            case "nesting of a type cell":
                return One(post + Parameters + "| p | " + Each(count, _ => "List<") + "String" + Each(count, _ => ">") + " | body | P. | | |\n");
            case "subclasses":
                return
                [
                    ("/project/specs/types/Base.md", "# Base\n\nA type.\n\n" + Fields + Each(count, i => $"| f{i} | String | F. | |\n")),
                    .. Enumerable.Range(0, count).Select(i => ($"/project/specs/types/T{i}.md", $"# T{i}\n\nExtends: Base\n\nA type.\n\n" + Fields + $"| g{i} | String | F. | |\n")),
                ];
            case "values of subclasses":
                return
                [
                    ("/project/specs/types/Base.md", "# Base\n\nA type.\n\n" + Values + "| state | String | S. | v0, w0 | 0.6 |\n| name | String | N. | | 0.6 |\n"),
                    .. Enumerable.Range(0, count).Select(i => ($"/project/specs/types/T{i}.md", $"# T{i}\n\nExtends: {(i < 8 ? "Base" : FormattableString.Invariant($"T{i % 8}"))}\n\nA type.\n\n" + Values + $"| state | String | S. | v{i}, v{i + 1}, v{i + 2} | 0.6 |\n| g{i} | String | F. | | 0.6 |\n")),
                ];
            case "unknown types":
                return One(post + Parameters + Each(count, i => $"| p{i} | Unheard{i} | body | P. | | |\n"));
            case "pages of one API":
                return [.. Enumerable.Range(0, count).Select(i => ($"/project/specs/things/Page{i}.md", post + Parameters + $"| p{i} | String | body | P. | | |\n"))];
            case "categories":
                return [.. Enumerable.Range(0, count).Select(i => ($"/project/specs/c{i}/Page{i}.md", post.Replace("MakeThing", "MakeThing" + i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)))];
            default:
                throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "No such dimension.");
        }
    }

    /// <summary>Names whose first letters alone make an identifier.</summary>
    private static string Variant(int number) => "name" + new string([.. Convert.ToString(number, 2).Select(bit => bit == '0' ? '-' : '.')]);

    private static (string Path, string Text)[] One(string text) => [("/project/specs/things/Page.md", text)];

    private static string Each(int count, Func<int, string> text)
    {
        var all = new StringBuilder();
        for (int i = 0; i < count; i++)
            all.Append(text(i));
        return all.ToString();
    }
}
