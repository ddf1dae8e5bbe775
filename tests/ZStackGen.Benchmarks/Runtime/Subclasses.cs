using System;
using System.Collections.Generic;
using System.Linq;
using ZStack;
using ZStack.Api;

namespace ZStackGen.Benchmarks.Runtime;

// The cost of resolving subclasses: the same responses, with the schema of a server, read with and without subclasses.
internal static class Subclasses
{
    public static void Compare(Duel duel, string what, byte[][] answers)
    {
        byte[][] before = Answers.WithSchema(answers, hasAppliances: true, isBefore: true);
        byte[][] behind = Answers.WithSchema(answers, hasAppliances: true, isBefore: false);
        foreach (byte[] json in (byte[][])[.. before, .. behind])
        {
            IReadOnlyList<VmInstanceInventory> vms = ZStackJson.ReadResult<QueryVmInstanceAction.Result>(json, TimeZoneInfo.Utc).Inventories;
            if (vms.Count(static vm => vm is ApplianceVmInventory) != vms.Count / 2)
                throw new InvalidOperationException("Every second VM is an appliance, and not all were found.");
            if (ZStackJson.Read(json, BaseOnly.Read, TimeZoneInfo.Utc).Inventories.Any(static vm => vm is ApplianceVmInventory))
                throw new InvalidOperationException("The base alone is to be read.");
        }

        int turn = 0, plain = 0;
        duel.Compare(
            "read, " + what + " by schema before",
            "subclasses",
            () => ZStackJson.ReadResult<QueryVmInstanceAction.Result>(before[++turn % before.Length], TimeZoneInfo.Utc),
            "base only",
            () => ZStackJson.Read(before[++plain % before.Length], BaseOnly.Read, TimeZoneInfo.Utc));
        duel.Compare(
            "read, " + what + " by schema behind",
            "subclasses",
            () => ZStackJson.ReadResult<QueryVmInstanceAction.Result>(behind[++turn % behind.Length], TimeZoneInfo.Utc),
            "base only",
            () => ZStackJson.Read(behind[++plain % behind.Length], BaseOnly.Read, TimeZoneInfo.Utc));
    }

    // The code that the generator would emit if no page described appliances.
    private sealed class BaseOnly : ZStackResult
    {
        public IReadOnlyList<VmInstanceInventory> Inventories { get; set; } = [];

        public static BaseOnly Read(ref JsonReader reader) => reader.ReadMembers(new BaseOnly());

        protected override bool ReadMember(ref JsonReader reader)
        {
            switch (reader.NameLength)
            {
                case 11 when reader.NameIs("inventories"u8): Inventories = reader.List(ReadVm); return true;
            }

            return base.ReadMember(ref reader);
        }

        private static VmInstanceInventory ReadVm(ref JsonReader reader) => reader.ReadMembers(new VmInstanceInventory());
    }
}
