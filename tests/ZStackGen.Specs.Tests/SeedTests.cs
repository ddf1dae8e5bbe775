using System.IO;
using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>The two published pages, read completely: every name, type, version and link.</summary>
public sealed class SeedTests
{
    private static PageReadResult Read(string file)
    {
        string path = SharedFolder.Require("seeds/" + file);
        return SpecReader.Read(path, File.ReadAllText(path), TestContext.Current.CancellationToken);
    }

    private static string[] Rows(EquatableArray<FieldModel> fields) => [.. fields.Select(f => $"{f.Name} {f.Type} {f.Since}{(f.StructureId is null ? "" : " " + f.StructureId)}{(f.Description is null ? "" : " +")}")];

    [Fact]
    public void The_copied_Chinese_page_contains_its_request()
    {
        PageReadResult result = Read("000_be2ab4beae76d701.txt");
        ApiModel api = Assert.Single(result.Page.Apis);
        Assert.Empty(result.Page.Types);
        Assert.Equal("GetCandidateVmForAttachingIso", api.Name);
        Assert.Equal("GET", api.Method);
        Assert.Equal("/v1/images/iso/{isoUuid}/vm-candidates", api.Path);
        Assert.Empty(api.AlternatePaths);
        Assert.Null(api.Wrapper);
        Assert.False(api.IsQuery);
        Assert.True(api.RequiresSession);
        Assert.Null(api.IsAsync);
        Assert.Null(api.Since);
        Assert.Null(api.Category);
        Assert.Equal(PageLanguage.Chinese, api.Language);
        Assert.Equal(19, api.Description?.Length);
        Assert.Null(api.RequestExample);
        Assert.Equal(
            ["isoUuid String Path True 0.6 +", "systemTags List Query False 0.6 +", "userTags List Query False 0.6 +"],
            api.Parameters.Select(p => $"{p.Name} {p.Type} {p.Location} {p.IsRequired} {p.Since}{(p.Description is null ? "" : " +")}"));
        Assert.All(api.Parameters, p => Assert.Empty(p.Values));
    }

    [Fact]
    public void The_copied_Chinese_page_contains_its_response_and_links_the_anonymous_tables_in_order()
    {
        ApiModel api = Assert.Single(Read("000_be2ab4beae76d701.txt").Page.Apis);
        Assert.Equal(["error ErrorCode 0.6 s1 +", "inventories List 0.6 s2"], Rows(api.Response!.Fields));
        Assert.Equal(["s1 ErrorCode", "s2 ", "s3 ", "s4 ", "s5 "], api.Structures.Select(s => $"{s.Id} {s.Name}"));
        Assert.Equal(
            ["code String 0.6 +", "description String 0.6 +", "details String 0.6 +", "elaboration String 0.6 +", "opaque LinkedHashMap 0.6 +", "cause ErrorCode 0.6 s1 +"],
            Rows(api.Structures[0].Fields));
        Assert.Equal(
            [
                "uuid String 0.6 +", "name String 0.6 +", "description String 0.6 +", "zoneUuid String 0.6 +", "clusterUuid String 0.6 +", "imageUuid String 0.6 +",
                "hostUuid String 0.6 +", "lastHostUuid String 0.6", "instanceOfferingUuid String 0.6 +", "rootVolumeUuid String 0.6 +", "platform String 0.6",
                "defaultL3NetworkUuid String 0.6", "type String 0.6", "hypervisorType String 0.6", "memorySize Long 0.6", "cpuNum Integer 0.6", "cpuSpeed Long 0.6",
                "allocatorStrategy String 0.6", "createDate Timestamp 0.6 +", "lastOpDate Timestamp 0.6 +", "state String 0.6", "vmNics List 0.6 s3", "allVolumes List 0.6 s5",
            ],
            Rows(api.Structures[1].Fields));
        Assert.Equal(
            [
                "uuid String 0.6 +", "vmInstanceUuid String 0.6 +", "l3NetworkUuid String 0.6 +", "ip String 0.6", "mac String 0.6", "netmask String 0.6", "gateway String 0.6",
                "metaData String 0.6", "ipVersion Integer 3.1.0 +", "deviceId Integer 0.6", "createDate Timestamp 0.6 +", "lastOpDate Timestamp 0.6 +", "usedIps List 0.6 s4",
            ],
            Rows(api.Structures[2].Fields));
        Assert.Equal(
            [
                "uuid String 0.6 +", "ipRangeUuid String 0.6 +", "l3NetworkUuid String 0.6 +", "ipVersion Integer 3.1.0 +", "ip String 0.6 +", "netmask String 0.6 +",
                "gateway String 0.6 +", "usedFor String 0.6", "ipInLong long 0.6", "vmNicUuid String 3.1.0 +", "createDate Timestamp 0.6 +", "lastOpDate Timestamp 0.6 +",
            ],
            Rows(api.Structures[3].Fields));
        Assert.Equal(
            [
                "uuid String 0.6 +", "name String 0.6 +", "description String 0.6 +", "primaryStorageUuid String 0.6 +", "vmInstanceUuid String 0.6 +", "diskOfferingUuid String 0.6 +",
                "rootImageUuid String 0.6", "installPath String 0.6", "type String 0.6", "format String 0.6", "size Long 0.6", "actualSize Long 0.6", "deviceId Integer 0.6",
                "state String 0.6", "status String 0.6", "createDate Timestamp 0.6 +", "lastOpDate Timestamp 0.6 +", "isShareable Boolean 0.6",
            ],
            Rows(api.Structures[4].Fields));
        Assert.StartsWith("{", api.ResponseExample, System.StringComparison.Ordinal);
        Assert.EndsWith("}", api.ResponseExample, System.StringComparison.Ordinal);
    }

    [Fact]
    public void The_copied_Chinese_page_has_only_findings_about_undocumented_members_of_the_example()
    {
        PageReadResult result = Read("000_be2ab4beae76d701.txt");
        Assert.Equal(
            ["ZSG1010 Info 39:2 usedIpUuid", "ZSG1010 Info 43:2 hypervisorType"],
            result.Findings.Select(f => $"{f.Id} {f.Severity} {f.Span.StartLine + 1}:{f.Span.StartColumn + 1} {File.ReadAllText(f.Path).Substring(f.Span.Start, f.Span.Length)}"));
    }

    [Fact]
    public void Each_element_of_the_copied_page_has_its_place()
    {
        PageReadResult result = Read("000_be2ab4beae76d701.txt");
        string text = File.ReadAllText(result.Page.Path);
        string At(string key) => text.Substring(result.Locations[key].Start, result.Locations[key].Length) + " " + (result.Locations[key].StartLine + 1);
        Assert.Equal("GET zstack/v1/images/iso/{isoUuid}/vm-candidates 2", At("GetCandidateVmForAttachingIso"));
        Assert.Equal("isoUuid 9", At("GetCandidateVmForAttachingIso/isoUuid"));
        Assert.Equal("systemTags (可选) 10", At("GetCandidateVmForAttachingIso/systemTags"));
        Assert.Equal("inventories 77", At("GetCandidateVmForAttachingIso:inventories"));
        Assert.Equal("ipVersion 121", At("GetCandidateVmForAttachingIso:s3.ipVersion"));
    }

    [Fact]
    public void The_explorer_page_contains_its_request_in_English_and_no_response()
    {
        PageReadResult result = Read("001_8a571608c58bba56.txt");
        ApiModel api = Assert.Single(result.Page.Apis);
        Assert.DoesNotContain(result.Findings, f => f.Severity == FindingSeverity.Error);
        Assert.Equal("GetCandidateVmForAttachingIso GET /v1/images/iso/{isoUuid}/vm-candidates 0.6", $"{api.Name} {api.Method} {api.Path} {api.Since}");
        Assert.Equal(PageLanguage.English, api.Language);
        Assert.Null(api.IsAsync);
        Assert.Null(api.Response);
        Assert.True(api.RequiresSession);
        Assert.Equal(["isoUuid String Path True", "systemTags List Query False", "userTags List Query False"], api.Parameters.Select(p => $"{p.Name} {p.Type} {p.Location} {p.IsRequired}"));
        Assert.All(api.Parameters, p => Assert.NotNull(p.Description));
        Assert.NotNull(api.ResponseExample);
    }
}
