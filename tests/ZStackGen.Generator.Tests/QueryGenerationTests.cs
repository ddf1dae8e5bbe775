using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>Which structures can be queried, by which API, and with which fields.</summary>
public sealed class QueryGenerationTests
{
    private const string User = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using ZStack;
        using ZStack.Api;

        internal static class User
        {
            public static async Task<long> Run(ZStackClient client, IReadOnlyList<string> uuids, CancellationToken token)
            {
                var query = DiskInventory.Query
                    .Where(f => f.Uuid.In(uuids) & (f.Size > 2 | f.Load <= 0.5) & !(f.IsShared == true))
                    .Where(f => f.CreateDate > DateTimeOffset.UtcNow && f.Parts.Index == 1 || f.Parts.Disk.Parts.Disk.Uuid != "u")
                    .Where(f => f.Uuid.Like("a%") & f.SystemTag == "x::y" & f.Parts.UserTag.NotLike("z%") & f.Field("a.b.c") == "d" & f.Size.IsNotNull() & f.Field<int>("n") < 3)
                    .OrderBy(f => f.Size).ThenByDescending(f => f.CreateDate).Select(f => f.Uuid, f => f.Size).Skip(1).Take(2).WithPageSize(3);
                await foreach (DiskInventory disk in client.Query(query, token))
                    Console.WriteLine(disk.Uuid);
                DiskInventory? one = await client.GetAsync(DiskInventory.Query, "u", token);
                DiskInventory? first = await client.Query(query).FirstOrDefaultAsync(token);
                IReadOnlyList<DiskInventory> all = await client.Query(query).ToListAsync(token);
                ZStackPage<DiskInventory> page = await client.Query(query).GetPageAsync(token);
                ZqlResult zql = await client.QueryZqlAsync(Zql.Query(query).ReturnTotal(), token);
                return await client.Query(query).CountAsync(token) + page.Total!.Value + all.Count + zql.Inventories(DiskInventory.Read).Count + (one is null || first is null ? 0 : 1);
            }
        }
        """;

    private static (string, string) Query(string name, string path, string element, string more = "", string parameters = "") => ("/project/specs/q/" + name + ".md", $"""
        # {name}

        Finds something.

        `GET {path}`

        {more}

        {parameters}

        ## Response

        | Name | Type | Description | Since |
        |---|---|---|---|
        | inventories | List<{element}> | What is found. | |
        """);

    private static (string, string) Type(string name, params string[] fields) => ("/project/specs/types/" + name + ".md", $"""
        # {name}

        A structure.

        {(fields[0].StartsWith("Extends", StringComparison.Ordinal) ? fields[0] : "")}

        | Name | Type | Description | Values | Since |
        |---|---|---|---|---|
        {string.Join("\n", fields.Where(static field => !field.StartsWith("Extends", StringComparison.Ordinal)).Select(static field => "| " + field.Replace(":", " | ", StringComparison.Ordinal) + " | Something. | | |"))}
        """);

    private static GeneratorRun Run(params (string, string)[] pages) => GeneratorRun.On(pages, new ProjectOptions()).CompilesWithoutWarnings();

    private static string? QueryOf(GeneratorRun run, string structure) => run.AllSources().Split('\n').Select(static line => line.Trim())
        .FirstOrDefault(line => line.Contains("ZStack_::ZStackQuery<" + structure + ", QueryFields> Query", StringComparison.Ordinal));

    private static string[] FieldsOf(GeneratorRun run, string structure) =>
    [
        .. ((INamedTypeSymbol)run.Compilation.GetSymbolsWithName(structure, SymbolFilter.Type).Single()).GetTypeMembers("QueryFields")
            .SelectMany(static type => type.GetMembers().OfType<IPropertySymbol>())
            .Select(static property => property.Name + ": " + property.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)),
    ];

    [Theory]
    [InlineData(LanguageVersion.CSharp9, ".NETFramework", "v4.7.2", NullableContextOptions.Enable)]
    [InlineData(LanguageVersion.CSharp10, ".NETStandard", "v2.0", NullableContextOptions.Enable)]
    [InlineData(LanguageVersion.CSharp12, ".NETCoreApp", "v8.0", NullableContextOptions.Enable)]
    public void Queries_compile_in_the_users_language(LanguageVersion language, string framework, string version, NullableContextOptions nullable) =>
        GeneratorRun.On(SamplePages.Disks, new ProjectOptions(("TargetFrameworkIdentifier", framework), ("TargetFrameworkVersion", version)), language, nullable, User)
            .CompilesWithoutWarnings();

    [Fact]
    public void A_mistake_in_a_condition_is_a_compiler_error()
    {
        foreach (string condition in new[] { "f.Size == \"a\"", "f.Nothing == 1", "f.Parts == null", "f.Labels == null", "f.Size.Like(\"a\")", "f.IsShared", "f.Size == f.Load" })
        {
            GeneratorRun run = GeneratorRun.On(SamplePages.Disks, new ProjectOptions(), LanguageVersion.CSharp12, NullableContextOptions.Enable,
                "static class User { public static object Run() => ZStack.Api.DiskInventory.Query.Where(f => " + condition + "); }");
            Assert.True(run.Compilation.GetDiagnostics(TestContext.Current.CancellationToken).Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), condition);
        }
    }

    [Fact]
    public void Structures_outside_of_queries_have_no_query_members()
    {
        GeneratorRun run = Run(
            Query("QueryDisk", "/v1/disks", "DiskInventory"),
            Type("DiskInventory", "uuid:String", "parts:List<PartInventory>"),
            Type("PartInventory", "index:int"),
            Type("LoneInventory", "uuid:String", "disk:DiskInventory"));

        Assert.NotNull(QueryOf(run, "DiskInventory"));
        Assert.Null(QueryOf(run, "PartInventory"));
        Assert.Equal(["Index: QueryField<int>"], FieldsOf(run, "PartInventory"));
        Assert.Empty(FieldsOf(run, "LoneInventory"));
    }

    [Fact]
    public void Scalars_lists_and_related_structures_are_fields_and_members_without_a_column_are_not()
    {
        GeneratorRun run = Run(
            Query("QueryDisk", "/v1/disks", "DiskInventory"),
            Type("DiskInventory", "uuid:String", "size:Long", "num:int", "load:Double", "on:Boolean", "at:Timestamp", "tags:List<String>", "part:PartInventory", "parts:List<PartInventory>", "labels:Map<String, String>", "any:Object", "error:ErrorCode", "x_y:String"),
            Type("PartInventory", "index:int"));

        Assert.Equal(
            [
                "Uuid: QueryStringField", "Size: QueryField<long>", "Num: QueryField<int>", "Load: QueryField<double>", "On: QueryField<bool>", "At: QueryField<DateTimeOffset>",
                "Tags: QueryStringField", "Part: PartInventory.QueryFields", "Parts: PartInventory.QueryFields", "XY: QueryStringField",
            ],
            FieldsOf(run, "DiskInventory"));
        Assert.Contains("public ZStack_::QueryStringField Tags => new(this, true);", run.AllSources(), StringComparison.Ordinal);
        Assert.Contains("public ZStack_::QueryStringField XY => new(this, \"x_y\");", run.AllSources(), StringComparison.Ordinal);
        Assert.Contains("/// <inheritdoc cref=\"DiskInventory.Size\"/>\n        public ZStack_::QueryField<long> Size => new(this);", run.AllSources(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_the_base_class_and_of_queries_do_not_clash()
    {
        GeneratorRun run = Run(
            Query("QueryDisk", "/v1/disks", "DiskInventory"),
            Type("DiskInventory", "uuid:String", "query:String", "queryFields:String", "field:String", "systemTag:String", "userTag:int", "tagUuid:String", "path:String", "prefix:String", "owner:String", "read:String", "diskInventory:String"));

        Assert.Contains("public new ZStack_::QueryStringField Field => new(this);", run.AllSources(), StringComparison.Ordinal);
        Assert.Contains("public ZStack_::QueryStringField QueryFieldsValue => new(this, \"queryFields\");", run.AllSources(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_queries_for_a_structure_the_one_with_its_name_is_its_own()
    {
        GeneratorRun run = Run(
            Query("QueryCephStore", "/v1/ceph-stores", "StoreInventory"),
            Query("QueryStore", "/v1/stores", "StoreInventory", "`GET /v1/stores/{uuid}`"),
            Type("StoreInventory", "uuid:String"));

        Assert.Equal(
            "public static ZStack_::ZStackQuery<StoreInventory, QueryFields> Query => new(\"QueryStore\", \"/v1/stores\", true, \"store\", \"uuid\", Read, static x => x._Uuid, new QueryFields());",
            QueryOf(run, "StoreInventory"));
    }

    [Fact]
    public void Route_key_and_ZQL_name_come_from_the_pages()
    {
        GeneratorRun run = Run(
            Query("QueryShare", "/v1/shares", "ShareInventory", "No session required."),
            Type("ShareInventory", "ownerUuid:String", "toPublic:Boolean", "resourceUuid:String"),
            Query("QueryLog", "/v1/logs", "LogInventory", "`GET /v1/logs/{id}`"),
            Type("LogInventory", "id:Long", "text:String"),
            Query("QueryVersion", "/v1/versions", "AgentVersion"),
            Type("AgentVersion", "text:String"));

        Assert.EndsWith("=> new(new(\"QueryShare\", \"GET\", \"/v1/shares\", Wire_::ApiTraits.Query), \"share\", \"ownerUuid,resourceUuid\", Read, null, new QueryFields());", QueryOf(run, "ShareInventory"), StringComparison.Ordinal);
        Assert.EndsWith("=> new(\"QueryLog\", \"/v1/logs\", false, \"log\", \"id\", Read, null, new QueryFields());", QueryOf(run, "LogInventory"), StringComparison.Ordinal);
        Assert.EndsWith("=> new(\"QueryVersion\", \"/v1/versions\", false, null, null, Read, null, new QueryFields());", QueryOf(run, "AgentVersion"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_with_required_arguments_is_available_only_through_its_action()
    {
        GeneratorRun run = Run(
            Query("QueryDisk", "/v1/disks", "DiskInventory", parameters: "## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| poolUuid | String | query | Where. | | |\n"),
            Type("DiskInventory", "uuid:String"));

        Assert.Null(QueryOf(run, "DiskInventory"));
        Assert.Empty(FieldsOf(run, "DiskInventory"));
    }

    [Fact]
    public void A_structure_with_a_base_has_the_fields_of_the_base()
    {
        GeneratorRun run = Run(
            Query("QueryHost", "/v1/hosts", "HostInventory"),
            Query("QueryKVMHost", "/v1/hosts/kvm", "KVMHostInventory"),
            Type("HostInventory", "uuid:String", "name:String"),
            Type("KVMHostInventory", "Extends [HostInventory](HostInventory.md)", "sshPort:int"),
            Type("ESXHostInventory", "Extends [HostInventory](HostInventory.md)", "vCenterUuid:String"));

        Assert.StartsWith("public static new ZStack_::ZStackQuery<KVMHostInventory, QueryFields> Query", QueryOf(run, "KVMHostInventory"), StringComparison.Ordinal);
        Assert.Contains("public new class QueryFields : HostInventory.QueryFields", run.AllSources(), StringComparison.Ordinal);
        Assert.Contains("\"kvmhost\", \"uuid\", Read, static x => x.Uuid", QueryOf(run, "KVMHostInventory"), StringComparison.Ordinal);
        Assert.Equal(["SshPort: QueryField<int>"], FieldsOf(run, "KVMHostInventory"));
        Assert.Empty(FieldsOf(run, "ESXHostInventory"));
    }

    [Fact]
    public void A_field_with_allowed_values_compares_with_them_and_with_any_string()
    {
        GeneratorRun run = GeneratorRun.On(
            [
                Query("QueryDisk", "/v1/disks", "DiskInventory"),
                ("/project/specs/types/DiskInventory.md", "# DiskInventory\n\nA disk.\n\n| Name | Type | Description | Values | Since |\n|---|---|---|---|---|\n| uuid | String | Its UUID. | | |\n| format | String | Kind of file. | `qcow2`, `raw` | |\n| formats | List<String> | Kinds of file. | `qcow2`, `raw` | |\n"),
            ],
            new ProjectOptions(),
            LanguageVersion.CSharp9,
            NullableContextOptions.Enable,
            """
            using ZStack.Api;

            internal static class User
            {
                public static object Run() => DiskInventory.Query
                    .Where(f => f.Format == "vmdk" | f.Format != DiskInventory.FormatValue.Raw | f.Format.In("a", DiskInventory.FormatValue.Qcow2) | f.Formats == "raw" | f.Format.IsNull())
                    .OrderBy(f => f.Format);
            }
            """).CompilesWithoutWarnings();

        Assert.Equal(["Uuid: QueryStringField", "Format: DiskInventory.FormatValue.QueryField", "Formats: DiskInventory.FormatsValue.QueryField"], FieldsOf(run, "DiskInventory"));
    }

    [Fact]
    public void A_query_has_the_version_of_its_API()
    {
        GeneratorRun run = Run(Query("QueryDisk", "/v1/disks", "DiskInventory", "Since 4.1.0."), Type("DiskInventory", "uuid:String"));

        Assert.StartsWith("[ZStack_::Since(\"4.1.0\")] public static ZStack_::ZStackQuery<DiskInventory, QueryFields> Query", QueryOf(run, "DiskInventory"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_pages_of_the_repository_produce_queries_that_compile()
    {
        GeneratorRun run = GeneratorRun.On(SamplePages.Repository(), new ProjectOptions()).CompilesWithoutWarnings();
        Assert.Equal(["ImageInventory", "VmInstanceInventory", "ZoneInventory"], new[] { "ImageInventory", "VmInstanceInventory", "ZoneInventory", "VmNicInventory" }.Where(name => QueryOf(run, name) is not null));
        Assert.Contains("UsedIps: UsedIpInventory.QueryFields", FieldsOf(run, "VmNicInventory"));
    }
}
