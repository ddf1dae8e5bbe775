using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Specs;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Scaffolding;

namespace ZStackGen.Tool.Tests;

public sealed class NewCommandTests
{
    [Theory]
    [InlineData("QueryVmInstance", "GET", "/v1/vm-instances", "vm-instances", null, "")]
    [InlineData("CreateSecurityGroup", "POST", "/v1/security-groups", "security-groups", "params", "name! description resourceUuid systemTags userTags")]
    [InlineData("DeleteVip", "DELETE", "/v1/vips/{uuid}", "vips", null, "uuid! deleteMode systemTags userTags")]
    [InlineData("StartVmInstance", "PUT", "/v1/vm-instances/{uuid}/actions", "vm-instances", "startVmInstance", "uuid! systemTags userTags")]
    [InlineData("ChangePrimaryStorageState", "PUT", "/v1/primary-storage/{uuid}/actions", "primary-storage", "changePrimaryStorageState", "uuid! systemTags userTags")]
    [InlineData("UpdateL3Network", "PUT", "/v1/l3-networks/{uuid}/actions", "l3-networks", "updateL3Network", "uuid! name description systemTags userTags")]
    [InlineData("AttachL3NetworkToVm", "POST", "/v1/vm-instances/{vmInstanceUuid}/l3-networks/{l3NetworkUuid}", "vm-instances", "params", "vmInstanceUuid! l3NetworkUuid! systemTags userTags")]
    [InlineData("DetachWidgetFromVmInstance", "DELETE", "/v1/vm-instances/{vmInstanceUuid}/widgets/{widgetUuid}", "vm-instances", null, "vmInstanceUuid! widgetUuid! deleteMode systemTags userTags")]
    public async Task The_page_has_the_request_for_the_name_and_passes_the_check(string name, string method, string path, string folder, string? wrapper, string parameters)
    {
        using var pages = new TemporaryFolder();

        ToolRun run = await ToolRun.InAsync(pages.Path, "new", name, "--since", "4.7.0");

        string file = $"specs/{folder}/{name}.md";
        Assert.Equal((0, file + "\n"), (run.ExitCode, run.Output));
        ApiModel api = Read(pages, file).Apis[0];
        Assert.Equal((name, method, path, wrapper, "4.7.0"), (api.Name, api.Method, api.Path, api.Wrapper, api.Since));
        Assert.Equal(parameters, string.Join(' ', api.Parameters.Select(static p => p.IsRequired ? p.Name + "!" : p.Name)));
        Assert.Equal((name.StartsWith("Query", StringComparison.Ordinal), method != "GET"), (api.IsQuery, api.IsAsync));
        ToolRun check = await ToolRun.InAsync(pages.Path, "check", "specs");
        Assert.Equal("0 errors, 0 warnings, 0 infos in 1 page\n", check.Output);
        ToolRun format = await ToolRun.InAsync(pages.Path, "format", "--check", "specs");
        Assert.Equal(0, format.ExitCode);
    }

    [Fact]
    public async Task A_query_also_has_the_route_of_a_single_resource()
    {
        using var pages = new TemporaryFolder();
        await ToolRun.InAsync(pages.Path, "new", "QueryZone");
        Assert.Equal("/v1/zones/{uuid}", Assert.Single(Read(pages, "specs/zones/QueryZone.md").Apis[0].AlternatePaths));
    }

    [Fact]
    public async Task Options_override_the_derived_request_without_a_note()
    {
        using var pages = new TemporaryFolder();

        ToolRun run = await ToolRun.InAsync(pages.Path, "new", "GetConsole", "--method", "POST", "--path", "/v1/vm-instances/{vmUuid}/consoles", "--category", "vm", "-o", "my/pages");

        Assert.Equal((0, "my/pages/vm/GetConsole.md\n", ""), (run.ExitCode, run.Output, run.Error));
        ApiModel api = Read(pages, "my/pages/vm/GetConsole.md").Apis[0];
        Assert.Equal(("POST", "/v1/vm-instances/{vmUuid}/consoles", "params"), (api.Method, api.Path, api.Wrapper));
        Assert.Equal((ParameterLocation.Path, true), (api.Parameters[0].Location, api.Parameters[0].IsRequired));
    }

    [Fact]
    public async Task A_derived_request_is_reported_on_the_error_stream_and_the_page_may_go_to_the_output()
    {
        using var pages = new TemporaryFolder();

        ToolRun run = await ToolRun.InAsync(pages.Path, "new", "QueryZone", "-o", "-");

        Assert.Equal("zstackgen: note: as in the tool's page of QueryZone: GET /v1/zones; use --method and --path to change them\n", run.Error);
        Assert.StartsWith("# QueryZone\n", run.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(pages.Path));
    }

    [Theory]
    [InlineData("DetachL3NetworkFromVm", "as in the tool's page of DetachL3NetworkFromVm: DELETE /v1/vm-instances/nics/{vmNicUuid}")]
    [InlineData("FrobnicateSchedulerJob", "derived from the name and from the route of QuerySchedulerJob: PUT /v1/scheduler/jobs/{uuid}/actions")]
    [InlineData("FrobnicateWidget", "derived from the name: PUT /v1/widgets/{uuid}/actions")]
    public async Task The_request_is_that_of_a_known_API_or_follows_a_known_resource(string name, string note)
    {
        using var pages = new TemporaryFolder();
        ToolRun run = await ToolRun.InAsync(pages.Path, "new", name, "-o", "-");
        Assert.Equal($"zstackgen: note: {note}; use --method and --path to change them\n", run.Error);
    }

    [Fact]
    public async Task A_structure_gets_a_page_in_types_to_which_later_API_pages_link()
    {
        using var pages = new TemporaryFolder();

        ToolRun run = await ToolRun.InAsync(pages.Path, "new", "--type", "GateInventory", "--since", "5.0.0");
        await ToolRun.InAsync(pages.Path, "new", "StartGate");

        Assert.Equal((0, "specs/types/GateInventory.md\n", ""), (run.ExitCode, run.Output, run.Error));
        StructureModel type = Read(pages, "specs/types/GateInventory.md").Types[0];
        Assert.Equal(("GateInventory", "5.0.0", "uuid name description createDate lastOpDate"), (type.Name, type.Since, string.Join(' ', type.Fields.Select(static f => f.Name))));
        Assert.Contains("[GateInventory](../types/GateInventory.md)", File.ReadAllText(Path.Combine(pages.Path, "specs/gates/StartGate.md")), StringComparison.Ordinal);
        ToolRun check = await ToolRun.InAsync(pages.Path, "check", "--together", "specs");
        Assert.Equal("0 errors, 0 warnings, 0 infos in 2 pages\n", check.Output);
    }

    [Fact]
    public async Task An_existing_page_is_overwritten_only_with_force()
    {
        using var pages = new TemporaryFolder();
        string file = pages.Write("specs/zones/QueryZone.md", "mine");

        ToolRun refused = await ToolRun.InAsync(pages.Path, "new", "QueryZone");
        Assert.Equal((2, "", "mine"), (refused.ExitCode, refused.Output, File.ReadAllText(file)));
        Assert.EndsWith("zstackgen: error: 'specs/zones/QueryZone.md' already exists; specify --force to overwrite it\n", refused.Error, StringComparison.Ordinal);

        ToolRun forced = await ToolRun.InAsync(pages.Path, "new", "QueryZone", "--force");
        Assert.Equal(0, forced.ExitCode);
        Assert.StartsWith("# QueryZone\n", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("startVm", "'startVm' is not a name of an API")]
    [InlineData("A", "at least one of them a lower-case letter")]
    [InlineData("VM2", "'VM2' is not a name of an API")]
    [InlineData("--type Q", "'Q' is not a name of a structure")]
    [InlineData("Start/../Vm", "is not a name of an API")]
    [InlineData("APIStartVmInstanceMsg", "use the API name 'StartVmInstance'")]
    [InlineData("StartVm --since soon", "'--since soon' is not a version")]
    [InlineData("StartVm --path v1/vms", "'--path v1/vms' is not a path template")]
    [InlineData("StartVm --path /v1/../vms", "is not a path template")]
    [InlineData("StartVm --path /v1/vms/.", "is not a path template")]
    [InlineData("StartVm --path /v1/vms?x=1", "is not a path template")]
    [InlineData("StartVm --path /v1/vms/{uuid", "is not a path template")]
    [InlineData("StartVm --category ../up", "'--category ../up' is not a folder name")]
    [InlineData("StartVm --method PATCH", "PATCH")]
    [InlineData("StartVm --type --path /v1/vms", "Option '--type' cannot be combined with '--method' or '--path'")]
    public async Task Invalid_arguments_are_refused_by_name(string arguments, string expected)
    {
        using var pages = new TemporaryFolder();

        ToolRun run = await ToolRun.InAsync(pages.Path, ["new", .. arguments.Split(' ')]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(pages.Path));
    }

    [Fact]
    public void The_derived_method_is_correct_for_nine_in_ten_published_APIs()
    {
        using JsonDocument facts = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("facts", "apis.json")));
        int all = 0, right = 0;
        foreach (JsonProperty api in facts.RootElement.EnumerateObject())
        {
            if (api.Value.GetProperty("sdk") is not { ValueKind: JsonValueKind.Object } sdk)
                continue;
            all++;
            right += sdk.GetProperty("method").GetString() == ApiConventions.Of(api.Name).Method ? 1 : 0;
        }

        Assert.True(all > 500 && right >= all * 0.9, $"{right} of {all}");
    }

    private static PageModel Read(TemporaryFolder pages, string file) =>
        SpecReader.Read(file, File.ReadAllText(Path.Combine(pages.Path, file)), TestContext.Current.CancellationToken).Page;
}
