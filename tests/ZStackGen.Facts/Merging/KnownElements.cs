using System;
using System.Collections.Generic;

namespace ZStackGen.Facts.Merging;

/// <summary>Element types of lists that only the names of an API and of a structure state together.</summary>
internal static class KnownElements
{
    private static readonly Dictionary<string, string> s_elements = new(StringComparer.Ordinal)
    {
        // Queries and lists of a resource with a structure of a slightly different name.
        ["QueryBaremetalChessis.inventories"] = "BaremetalChassisInventory",
        ["QueryEthernetVF.inventories"] = "EthernetVfPciDeviceInventory",
        ["QueryAliyunRouteEntryFromLocal.inventories"] = "VpcVirtualRouteEntryInventory",
        ["QueryRouteEntryFromLocal.inventories"] = "VpcVirtualRouteEntryInventory",
        ["QueryAliyunVirtualRouterFromLocal.inventories"] = "VpcVirtualRouterInventory",
        ["QueryVirtualRouterFromLocal.inventories"] = "VpcVirtualRouterInventory",
        ["QueryRouterInterfaceFromLocal.inventories"] = "AliyunRouterInterfaceInventory",
        ["QueryConnectionBetweenL3NetworkAndAliyunVSwitch.inventories"] = "ConnectionRelationShipInventory",
        ["QueryHybridEipFromLocal.inventories"] = "HybridEipAddressInventory",
        ["QueryHybridKeySecret.inventories"] = "HybridAccountInventory",
        ["QueryOssBucketFileName.inventories"] = "OssBucketInventory",
        ["QueryVpcIkeConfigFromLocal.inventories"] = "VpcVpnIkeConfigInventory",
        ["QueryVpcIpSecConfigFromLocal.inventories"] = "VpcVpnIpSecConfigInventory",
        ["QueryThirdpartyAlert.inventories"] = "ThirdpartyOriginalAlertInventory",
        ["QueryBuildApp.inventories"] = "BuildApplicationInventory",
        ["QueryLocalRaidController.inventories"] = "RaidControllerInventory",
        ["QueryLocalRaidPhysicalDrive.inventories"] = "RaidPhysicalDriveInventory",
        ["QueryPhysicalDriveSelfTestHistory.inventories"] = "PhysicalDriveSmartSelfTestHistoryInventory",
        ["QueryArchiveTicketHistory.inventories"] = "ArchiveTicketStatusHistoryInventory",
        ["QueryFaultToleranceVm.inventories"] = "FaultToleranceVmGroupInventory",
        ["QueryFirewallIpSetTemplate.inventories"] = "VpcFirewallIpSetTemplateInventory",
        ["QueryFirewallRuleTemplate.inventories"] = "VpcFirewallRuleTemplateInventory",
        ["GetHostPhysicalMemoryFacts.inventories"] = "HostPhysicalMemoryInventory",
        ["GetConnectionBetweenL3NetworkAndAliyunVSwitch.inventories"] = "ConnectionRelationShipProperty",
        ["GetOssBucketNameFromRemote.inventories"] = "OssBucketProperty",
        ["SyncAliyunRouteEntryFromRemote.inventories"] = "VpcVirtualRouteEntryInventory",
        ["SyncAliyunVirtualRouterFromRemote.inventories"] = "VpcVirtualRouterInventory",
        ["SyncDiskFromAliyunFromRemote.inventories"] = "AliyunDiskInventory",
        ["SyncHybridEipFromRemote.inventories"] = "HybridEipAddressInventory",
        ["GetIAM2ProjectsOfVirtualID.inventories"] = "IAM2ProjectInventory",
        ["GetIAM2VirtualIDInGroup.inventories"] = "IAM2VirtualIDInventory",
        ["GetCandidateL3NetworksForIpSecConnection.inventories"] = "L3NetworkInventory",
        ["GetVpcAttachedLoadBalancer.inventories"] = "LoadBalancerInventory",
        ["GetVpcAttachedEip.inventories"] = "EipInventory",
        ["GetVpcAttachedIpsec.inventories"] = "IPsecConnectionInventory",
        ["GetVpcAttachedPortForwardingRules.inventories"] = "PortForwardingRuleInventory",
        ["GetVpcAttachedVip.inventories"] = "VipInventory",
        ["GetMonitorItem.inventories"] = "ItemInventory",
        ["GetLicenseUKeyStatus.inventories"] = "UKeyInventory",
        ["GetAvailableTriggers.inventories"] = "SchedulerTriggerInventory",
        ["CreateVolumesSnapshot.inventories"] = "VolumeSnapshotInventory",
        ["AddVRouterNetworksToOspfArea.inventories"] = "NetworkRouterAreaRefInventory",

        // Members with the name of a structure.
        ["GetEcsInstanceType.types"] = "EcsInstanceType",
        ["GetLocalRaidPhysicalDriveSmart.result"] = "SmartDataStruct",
        ["GetLicenseAddOns.addons"] = "LicenseAddOnInventory",
        ["GetLicenseInfo.additions"] = "LicenseInventory",
        ["GetActiveAlarmStatus.statuses"] = "ActiveAlarmStatus",
        ["GetAccessPath.pathInfos"] = "AccessPathInfo",
        ["GetCandidateMiniHosts.hosts"] = "MiniCandidateHostStruct",
        ["CreateIAM2ProjectRole.statements"] = "PolicyStatement",
        ["CreateTicket.requests"] = "TicketRequest",
        ["UpdateTicketRequest.requests"] = "TicketRequest",
        ["ArchiveTicketInventory.request"] = "TicketRequest",
        ["AliyunNasAccessGroupInventory.rules"] = "AliyunNasAccessRuleInventory",
        ["AliyunProxyVpcInventory.aliyunProxyVSwitches"] = "AliyunProxyVSwitchInventory",
        ["AutoScalingGroupInventory.attachedTemplates"] = "AutoScalingTemplateInventory",
        ["CCSCertificateInventory.userCertificateRefs"] = "CCSCertificateUserRefInventory",
        ["L2VirtualSwitchNetworkInventory.portGroups"] = "L2PortGroupNetworkInventory",
        ["NvmeServerInventory.nvmeClusterRefs"] = "NvmeServerClusterRefInventory",
        ["PriceInventory.bareMetal2VmOfferings"] = "PriceBareMetal2ChassisOfferingRefInventory",
        ["SNSAliyunSmsEndpointInventory.receivers"] = "SNSSmsReceiverInventory",
        ["SNSDingTalkEndpointInventory.atPersonList"] = "SNSDingTalkAtPersonInventory",
        ["SNSFeiShuEndpointInventory.atPersonList"] = "SNSFeiShuAtPersonInventory",
        ["SNSWeComEndpointInventory.atPersonList"] = "SNSWeComAtPersonInventory",

        // Conditions and functions are expressions, and the others are names or UUIDs.
        ["GetAlarmData.conditions"] = "String",
        ["GetAuditData.conditions"] = "String",
        ["GetEventData.conditions"] = "String",
        ["GetMetricData.functions"] = "String",
        ["PrometheusQueryMetadata.matches"] = "String",
        ["GetIAM2VirtualIDAPIPermission.apisToCheck"] = "String",
        ["CreateVirtualRouterVm.networkServicesProvided"] = "String",
        ["ChangeSlbGroupMonitorIps.deployType"] = "String",
        ["AttachVipToVpcSharedQos.vipLists"] = "String",
        ["DetachVipFromVpcSharedQos.vipLists"] = "String",

        // HostNetworkInterfaceServiceRefInventory.vlanId is an Integer.
        ["GetCandidateInterfaceVlanIds.vlanIds"] = "Integer",
        ["SetServiceTypeOnHostNetworkBonding.vlanIds"] = "Integer",
        ["SetServiceTypeOnHostNetworkInterface.vlanIds"] = "Integer",
    };

    /// <summary>Returns the element type of a list; <see langword="null"/> if it is not known.</summary>
    /// <param name="owner">The API or the structure.</param>
    /// <param name="member">The parameter or the field.</param>
    public static string? Of(string owner, string member) => s_elements.GetValueOrDefault(owner + "." + member);
}
