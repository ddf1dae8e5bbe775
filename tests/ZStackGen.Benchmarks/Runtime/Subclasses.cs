using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ZStack;

namespace ZStackGen.Benchmarks.Runtime;

// What it costs to find an answer's subclasses: the same answers, with the schema that a server sends, read with and without them.
internal static class Subclasses
{
    public static void Compare(string what, byte[][] answers)
    {
        byte[][] before = [.. answers.Select(static answer => WithSchema(answer, isBefore: true))];
        byte[][] behind = [.. answers.Select(static answer => WithSchema(answer, isBefore: false))];
        if (ZStackJson.Read(behind[0], QueryAnyVm.Read, TimeZoneInfo.Utc).Inventories.Count(static vm => vm is ApplianceVm) != ZStackJson.Read(behind[0], QueryVm.Result.Read, TimeZoneInfo.Utc).Inventories.Count / 2)
            throw new InvalidOperationException("Every second VM is an appliance, and not all were found.");
        int turn = 0, plain = 0;
        Duel.Compare(
            "read, " + what + " by schema before",
            "subclasses",
            () => ZStackJson.Read(before[++turn % before.Length], QueryAnyVm.Read, TimeZoneInfo.Utc),
            "base only",
            () => ZStackJson.Read(before[++plain % before.Length], QueryVm.Result.Read, TimeZoneInfo.Utc));
        Duel.Compare(
            "read, " + what + " by schema behind",
            "subclasses",
            () => ZStackJson.Read(behind[++turn % behind.Length], QueryAnyVm.Read, TimeZoneInfo.Utc),
            "base only",
            () => ZStackJson.Read(behind[++plain % behind.Length], QueryVm.Result.Read, TimeZoneInfo.Utc));
    }

    private static byte[] WithSchema(byte[] answer, bool isBefore)
    {
        QueryVm.Result result = ZStackJson.Read(answer, QueryVm.Result.Read, TimeZoneInfo.Utc);
        var schema = new StringBuilder("\"schema\":{");
        for (int i = 0; i < result.Inventories.Count; i++)
        {
            string name = i % 2 == 0 ? "org.zstack.header.vm.VmInstanceInventory" : "org.zstack.appliancevm.ApplianceVm";
            schema.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ",")}\"inventories[{i}]\":\"{name}\"");
            for (int nic = 0; nic < result.Inventories[i].VmNics.Count; nic++)
                schema.Append(CultureInfo.InvariantCulture, $",\"inventories[{i}].vmNics[{nic}]\":\"org.zstack.header.vm.VmNicInventory\"");
        }

        schema.Append('}');
        string json = Encoding.UTF8.GetString(answer);
        return Encoding.UTF8.GetBytes(isBefore ? "{" + schema + "," + json[1..] : json[..^1] + "," + schema + "}");
    }

    private sealed class ApplianceVm : Vm;

    private sealed class QueryAnyVm : ZStackResult
    {
        public IReadOnlyList<Vm> Inventories { get; set; } = Array.Empty<Vm>();

        public static QueryAnyVm Read(ref ZStackJsonReader reader)
        {
            var value = new QueryAnyVm();
            reader.ReadMembers(value);
            return value;
        }

        protected override bool ReadMember(ref ZStackJsonReader reader)
        {
            if (reader.NameLength == 11 && reader.NameIs("inventories"u8))
            {
                Inventories = reader.List(ReadVm);
                return true;
            }

            return base.ReadMember(ref reader);
        }

        private static Vm ReadVm(ref ZStackJsonReader reader)
        {
            Vm value = reader.ClassName() switch { "ApplianceVm" => new ApplianceVm(), _ => new Vm() };
            reader.ReadMembers(value);
            return value;
        }
    }
}
