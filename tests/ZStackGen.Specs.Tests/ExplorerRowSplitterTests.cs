using Xunit;
using ZStackGen.Specs.Layouts.Explorer;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Tests;

public sealed class ExplorerRowSplitterTests
{
    private static string Split(string line, bool isRow, params string[] names)
    {
        if (new ExplorerRowSplitter(line, names).Split(new TextRange(0, line.Length), isRow) is not { } parts)
            return "no row";
        string type = parts.Type.IsEmpty ? "?" : line[parts.Type.Start..parts.Type.End];
        return $"{line[..parts.NameEnd]}|{type}|{(parts.IsRequired ? "!" : "")}|{line[parts.Description..]}";
    }

    [Theory]
    [InlineData("isoUuidStringRequiredThe ISO.", "isoUuid|String|!|The ISO.")]
    [InlineData("sshPortintOptional. Value.", "sshPort|int||Optional. Value.")]
    [InlineData("sshPortint", "sshPort|int||")]
    [InlineData("sshPortintValue of it", "sshPort|int||Value of it")]
    [InlineData("hintStringRequiredA word.", "hint|String|!|A word.")]
    [InlineData("hintStringFree text", "hint|String||Free text")]
    [InlineData("printersListRequired", "printers|List|!|")]
    [InlineData("nameListListOptional.", "nameList|List||Optional.")]
    [InlineData("createDateDateRequired", "createDate|Date|!|")]
    [InlineData("opaqueLinkedHashMapRequired", "opaque|LinkedHashMap|!|")]
    [InlineData("nicsList<VmNicInventory>RequiredThe nics.", "nics|List<VmNicInventory>|!|The nics.")]
    [InlineData("databyte[]Required", "data|byte[]|!|")]
    [InlineData("doorSpecDoorSpecRequiredHow.", "doorSpec|DoorSpec|!|How.")]
    [InlineData("jobLongJobInventoryRequiredThe job.", "job|LongJobInventory|!|The job.")]
    [InlineData("nameStringRequiredthe name", "name|String|!|the name")]
    [InlineData("forcebooleanforce的取值", "force|boolean||force的取值")]
    [InlineData("sshPortintssh端口", "sshPort|int||ssh端口")]
    [InlineData("hostUuidsSetRequired目标", "hostUuids|Set|!|目标")]
    [InlineData("verifyCodeStringOptional. 验证码", "verifyCode|String||Optional. 验证码")]
    [InlineData("uuidString必填哪一个", "uuid|String|!|哪一个")]
    [InlineData("modeString可选模式", "mode|String||模式")]
    [InlineData("codeStringRequired when locked.", "code|String||Required when locked.")]
    [InlineData("isoUuid String Required The ISO.", "isoUuid|String|!|The ISO.")]
    [InlineData("vm_uuidStringRequired", "vm_uuid|String|!|")]
    [InlineData("Along with others.", "no row")]
    [InlineData("points of it", "no row")]
    [InlineData("This is a String.", "no row")]
    [InlineData("The List", "no row")]
    [InlineData("", "no row")]
    [InlineData("• bullet", "no row")]
    public void A_flat_line_is_split_at_types_marks_and_capitals(string line, string expected) => Assert.Equal(expected, Split(line, isRow: false));

    [Theory]
    [InlineData("fullStringfull的取值", "full", "full|String||full的取值")]
    [InlineData("vendorStringvendorList", "vendor", "vendor|String||vendorList")]
    [InlineData("ipSetListRequired", "ipSet", "ipSet|List|!|")]
    [InlineData("fileHashMapOptional.", "fileHash", "fileHash|Map||Optional.")]
    [InlineData("specNicSpecThe first one", "spec", "spec|NicSpec||The first one")]
    [InlineData("specNicSpec", "spec", "spec|NicSpec||")]
    [InlineData("specNicSpec第一个", "spec", "spec|NicSpec||第一个")]
    [InlineData("spec of the door", "spec", "no row")]
    [InlineData("typeStringList of kinds", "type", "type|String||List of kinds")]
    public void A_name_that_occurs_elsewhere_on_the_page_is_preferred(string line, string name, string expected) => Assert.Equal(expected, Split(line, isRow: false, "other", name));

    [Theory]
    [InlineData("inventoryAlarmInventory", "inventory|AlarmInventory||")]
    [InlineData("vmNicsVmNicInventoryRequired", "vmNics|VmNicInventory|!|")]
    [InlineData("errorErrorCodeRequired", "error|ErrorCode|!|")]
    [InlineData("causeErrorCode", "cause|ErrorCode||")]
    [InlineData("inventoryLongJobInventoryRequired", "inventory|LongJobInventory|!|")]
    [InlineData("stateLongJobState", "state|LongJobState||")]
    [InlineData("monUrlsListRequired", "monUrls|List|!|")]
    [InlineData("systemboolean", "system|boolean||")]
    [InlineData("bare", "bare|?||")]
    [InlineData("bareRequired", "bare|?|!|")]
    [InlineData("spec DoorSpec Required", "spec|DoorSpec|!|")]
    public void A_bulleted_line_is_a_row_with_any_type(string line, string expected) => Assert.Equal(expected, Split(line, isRow: true));
}
